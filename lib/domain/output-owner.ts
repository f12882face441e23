/**
 * Whose an output is. `user` a registered user; `account` a GAID without a record; `treasury` the issuer's own;
 * `unknown` nobody AMP can name.
 */
export type OwnerKind = "user" | "account" | "treasury" | "unknown";

export interface OutputOwner {
  kind: OwnerKind;
  userId: number | null;
  /** Null for a user whom the register does not list any more. */
  userName: string | null;
  gaid: string | null;
}

interface Owned {
  registeredUser: number | null;
  gaid: string | null;
  /** Left out where AMP does not say it: what belongs to no user and no GAID is the treasury's then. */
  isTreasury?: boolean;
}

export function toOwner(
  { registeredUser, gaid, isTreasury }: Owned,
  names: ReadonlyMap<number, string>,
): OutputOwner {
  const isNobodys = registeredUser === null && gaid === null;
  return {
    kind: kindOf(registeredUser, gaid, isTreasury ?? isNobodys),
    userId: registeredUser,
    userName: registeredUser === null ? null : (names.get(registeredUser) ?? null),
    gaid,
  };
}

function kindOf(registeredUser: number | null, gaid: string | null, isTreasury: boolean): OwnerKind {
  if (isTreasury) return "treasury";
  if (registeredUser !== null) return "user";
  return gaid === null ? "unknown" : "account";
}

/** The same owner has the same key. */
export const ownerKey = ({ kind, userId, gaid }: OutputOwner): string => `${kind}:${userId ?? gaid ?? ""}`;
