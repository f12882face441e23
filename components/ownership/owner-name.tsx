import { Link } from "@/components/ui/link";
import type { HolderKey } from "@/lib/domain/ownership";
import { ownershipText } from "@/lib/messages/ownership";
import { routes } from "@/lib/routes";

/** Who an owner is, with the way to the registered user. */
export function OwnerName({ holder: { kind, name, userId } }: { holder: HolderKey }) {
  if (kind === "treasury") return ownershipText.treasury;
  if (kind === "account" || userId === null)
    return <span className="font-normal text-muted-foreground">{ownershipText.withoutRecord}</span>;
  return (
    <Link href={routes.user(userId)} className="hover:underline">
      {name ?? ownershipText.userWithoutName(userId)}
    </Link>
  );
}
