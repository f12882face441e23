"use client";

import { ConfirmAction } from "@/components/data/confirm-action";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { usersText } from "@/lib/messages/users";
import { routes } from "@/lib/routes";
import { archiveUserAction, deleteUserAction, restoreUserAction } from "@/server/actions/users";

const { archive: text } = usersText;

interface ArchiveCardProps {
  user: { id: number; name: string; categories: number[] };
  isArchived: boolean;
  /** How many categories the user had when archived. */
  archivedCategories: number;
  /** Archiving leaves categories, which AMP lets the issuer alone do. */
  canArchive: boolean;
}

/** Archiving stands first: what is deleted in AMP may never come back. */
export function ArchiveCard({ user, isArchived, archivedCategories, canArchive }: ArchiveCardProps) {
  const { id: userId, name } = user;
  return (
    <Card>
      <CardHeader title={text.title} description={text.description} />
      <CardBody className="flex flex-wrap items-center gap-2 text-sm">
        {!canArchive && <p className="basis-full text-muted-foreground">{text.managerText}</p>}
        {canArchive && !isArchived && (
          <ConfirmAction
            title={text.archiveTitle(name)}
            consequence={<p>{text.archiveText(name, user.categories.length)}</p>}
            confirmLabel={text.archive}
            action={() => archiveUserAction({ userId })}
            done={text.archiveDone(name)}
          >
            {text.archive}
          </ConfirmAction>
        )}
        {canArchive && isArchived && (
          <ConfirmAction
            title={text.restoreTitle(name)}
            tone="primary"
            consequence={<p>{text.restoreText(archivedCategories)}</p>}
            confirmLabel={text.restore}
            action={() => restoreUserAction({ userId })}
            done={text.restoreDone(name)}
          >
            {text.restore}
          </ConfirmAction>
        )}
        <ConfirmAction
          variant="danger-quiet"
          title={text.deleteTitle(name)}
          consequence={<p>{text.deleteText}</p>}
          confirmLabel={text.delete}
          typeToConfirm={name}
          action={() => deleteUserAction({ userId })}
          goTo={() => routes.users}
          done={text.deleteDone(name)}
        >
          {text.delete}
        </ConfirmAction>
      </CardBody>
    </Card>
  );
}
