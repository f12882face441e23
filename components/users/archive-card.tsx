"use client";

import { ConfirmAction } from "@/components/data/confirm-action";
import { AskIssuer } from "@/components/managers/ask-issuer";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DialogButton } from "@/components/ui/dialog-button";
import { usersText } from "@/lib/messages/users";
import { routes } from "@/lib/routes";
import { deleteUserAction } from "@/server/actions/users";

const { archive: text } = usersText;
const loadArchive = () => import("./archive-dialog").then((module) => module.ArchiveDialog);

interface ArchiveCardProps {
  user: { id: number; name: string; categories: number[] };
  isArchived: boolean;
  /** How many categories the user had when archived. */
  archivedCategories: number;
  /** Archiving leaves categories, which AMP lets the issuer alone do. */
  canArchive: boolean;
  /** Assets of which the user has a balance or an open assignment: nobody is deleted before that is settled. */
  owed: number;
}

/** Archiving stands first: what is deleted in AMP may never come back. */
export function ArchiveCard({ user, isArchived, archivedCategories, canArchive, owed }: ArchiveCardProps) {
  const { id: userId, name } = user;
  return (
    <Card>
      <CardHeader title={text.title} description={text.description} />
      <CardBody className="flex flex-wrap items-center gap-2 text-sm">
        {!canArchive && (
          <>
            <p className="basis-full text-muted-foreground">{text.managerText}</p>
            <AskIssuer wanted={{ kind: "archive", user: { id: userId, name } }} />
          </>
        )}
        {canArchive && (!isArchived || user.categories.length > 0) && (
          <DialogButton
            load={loadArchive}
            dialog={{ user, categories: user.categories.length, isArchived: true }}
          >
            {text.archive}
          </DialogButton>
        )}
        {canArchive && isArchived && (
          <DialogButton
            load={loadArchive}
            dialog={{ user, categories: archivedCategories, isArchived: false }}
          >
            {text.restore}
          </DialogButton>
        )}
        {owed > 0 ? (
          <p className="basis-full text-muted-foreground">{text.owed(owed, canArchive && !isArchived)}</p>
        ) : (
          <ConfirmAction
            variant="danger-quiet"
            title={text.deleteTitle(name)}
            consequence={<p>{text.deleteText}</p>}
            confirmLabel={text.delete}
            typeToConfirm={name}
            action={() => deleteUserAction({ userId })}
            goTo={() => routes.users}
            isGone
            done={text.deleteDone(name)}
          >
            {text.delete}
          </ConfirmAction>
        )}
      </CardBody>
    </Card>
  );
}
