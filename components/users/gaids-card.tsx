import { PortalInviteNote } from "@/components/requests/portal-invite";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { Link } from "@/components/ui/link";
import type { PortalInvite } from "@/lib/domain/requests";
import { usersText } from "@/lib/messages/users";
import { routes } from "@/lib/routes";
import { AddGaidForm } from "./add-gaid-form";
import { DefaultGaidButton } from "./user-dialogs";

const { gaids: text } = usersText;

interface GaidsCardProps {
  userId: number;
  gaids: string[];
  defaultGaid: string | null;
  /** Assignments that are not distributed yet: they follow the default. */
  openAssignments: number;
  userName: string;
  /** Those under way that have still to order for the user. */
  distributions: number;
  /** Those of assets that this person is not shown are not among them. */
  isPartial: boolean;
  canAdd: boolean;
  canLookUp: boolean;
  /** How the investor can name the first one. */
  invite: PortalInvite;
}

export function GaidsCard(props: GaidsCardProps) {
  const { userId, gaids, defaultGaid, canAdd, canLookUp, invite, ...open } = props;
  return (
    <Card>
      <CardHeader title={text.title} description={text.description} />
      {gaids.length > 0 && (
        <ul className="divide-y divide-border border-border border-b">
          {gaids.map((gaid) => (
            <li key={gaid} className="flex min-h-10 items-center justify-between gap-3 px-4 py-1.5 text-sm">
              <CopyId value={gaid} label={text.label} full />
              <span className="flex flex-wrap items-center justify-end gap-x-3 gap-y-1">
                {canLookUp && (
                  <Link
                    href={routes.gaid(gaid)}
                    aria-label={`${text.lookUp} ${gaid}`}
                    className="text-link underline-offset-2 hover:underline"
                  >
                    {text.lookUp}
                  </Link>
                )}
                {gaid === defaultGaid && <Badge tone="info">{text.default}</Badge>}
                {gaid !== defaultGaid && canAdd && (
                  <DefaultGaidButton userId={userId} gaid={gaid} {...open} />
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      <CardBody className="grid gap-4">
        {gaids.length === 0 && (
          <Alert tone="waiting" title={text.none}>
            <p className="mb-1.5">{text.noneText}</p>
            <PortalInviteNote {...invite} />
          </Alert>
        )}
        {canAdd && gaids.length > 0 && (
          <p className="text-muted-foreground text-xs">{usersText.defaults.cannotRemove}</p>
        )}
        {canAdd && <AddGaidForm userId={userId} isFirst={gaids.length === 0} />}
      </CardBody>
    </Card>
  );
}
