import type { Route } from "next";
import { NoticePage } from "@/components/shell/not-found-notice";
import { ButtonLink } from "@/components/ui/button";
import type { Deletable, Deletion } from "@/lib/domain/deletion";
import { formatUtcMinute } from "@/lib/format/times";
import { deletionsText as text } from "@/lib/messages/deletions";
import { routes } from "@/lib/routes";

/** Where the page of something was that this workspace has deleted: it is told apart from a mistyped address. */
export const DeletedNotice = ({ what, deletion }: { what: Deletable; deletion: Deletion }) => (
  <NoticePage title={text.titles[what.kind]}>
    <p className="text-muted-foreground text-sm">{text.by(deletion.by, formatUtcMinute(deletion.at))}</p>
    <div className="mt-2 flex flex-wrap gap-2">
      <ButtonLink href={listOf(what)} variant="primary">
        {text.lists[what.kind]}
      </ButtonLink>
      <ButtonLink href={routes.auditEntry(deletion.entryId)}>{text.entry}</ButtonLink>
    </div>
  </NoticePage>
);

function listOf(what: Deletable): Route {
  switch (what.kind) {
    case "asset":
      return routes.assets;
    case "assignment":
      return routes.assignments(what.assetUuid);
    case "user":
      return routes.users;
    case "category":
      return routes.categories;
  }
}
