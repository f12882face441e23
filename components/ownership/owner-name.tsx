import { Link } from "@/components/ui/link";
import type { HolderKey } from "@/lib/domain/ownership";
import { ownershipText } from "@/lib/messages/ownership";
import { routes } from "@/lib/routes";

interface OwnerNameProps {
  holder: HolderKey;
  /** The wallets it lies in. */
  gaids: readonly string[];
}

/** Who an owner is, with the way to the registered user, or to the wallet of an account that has none. */
export function OwnerName({ holder: { kind, name, userId }, gaids: [gaid] }: OwnerNameProps) {
  if (kind === "treasury") return ownershipText.treasury;
  if (kind === "account" || userId === null) return <WithoutRecord gaid={gaid} />;
  return (
    <Link href={routes.user(userId)} className="hover:underline">
      {name ?? ownershipText.userWithoutName(userId)}
    </Link>
  );
}

/** Whoever may see owners may look up wallets: both are the issuer's alone. */
function WithoutRecord({ gaid }: { gaid: string | undefined }) {
  const look = "font-normal text-muted-foreground";
  if (gaid === undefined) return <span className={look}>{ownershipText.withoutRecord}</span>;
  return (
    <Link
      href={routes.gaid(gaid)}
      aria-label={`${ownershipText.withoutRecord}, ${gaid}`}
      className={`${look} hover:underline`}
    >
      {ownershipText.withoutRecord}
    </Link>
  );
}
