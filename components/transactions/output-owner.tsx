import { CopyId } from "@/components/ui/copy-id";
import { Link } from "@/components/ui/link";
import type { OutputOwner as Owner } from "@/lib/domain/output-owner";
import { outputsText } from "@/lib/messages/outputs";
import { routes } from "@/lib/routes";

/** Whose an output is: a person with a page of their own, a bare GAID, the treasury. */
export function OutputOwner({ owner }: { owner: Owner }) {
  const { kind, userId, userName, gaid } = owner;
  if (userId === null && gaid === null) return outputsText.owners[kind];
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-0.5 max-sm:justify-end">
      {userId === null ? (
        <span className="text-muted-foreground">{outputsText.owners.account}</span>
      ) : (
        <Link
          href={routes.user(userId)}
          className="inline-block min-h-6 font-medium leading-6 hover:underline"
        >
          {userName ?? outputsText.userWithoutName(userId)}
        </Link>
      )}
      {gaid !== null && <CopyId value={gaid} label={outputsText.gaid} className="text-xs" />}
    </span>
  );
}
