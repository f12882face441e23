import type { BalanceBasis } from "@/lib/domain/users";
import { formatUtc } from "@/lib/format/times";
import { usersText } from "@/lib/messages/users";

const { balances: text } = usersText;

const NAMED = 5;

/** Which copies a filter by balance goes by, and how old they are. */
export function basisWords({ asked, oldestAt, unread }: BalanceBasis): string {
  if (asked === 0) return text.noAsset;
  return oldestAt === null ? text.noCopy : text.basis(asked - unread.length, asked, formatUtc(oldestAt));
}

/**
 * What the copies leave open: a few of the assets that none tells of.
 * @param balance the filter
 * @returns "" when nothing is
 */
export function gapWords({ unread }: BalanceBasis, balance: string | undefined): string {
  if (unread.length === 0) return "";
  const names = unread.slice(0, NAMED).map(({ name }) => name);
  const open = balance === "none" ? text.nobodyKnown : text.someMissing;
  return `${text.unread(names.join(", "), unread.length - names.length)} ${open}`;
}
