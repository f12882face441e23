import type { Actor } from "@/lib/domain/actor";
import type { OwnedPart } from "@/lib/domain/ownership";
import type { Balances } from "@/lib/domain/replay";
import { noneWhenRefused } from "@/server/amp/look-up";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { type History, lastOwnersTold } from "@/server/history/store";
import { freshHolders, ownersHolding } from "@/server/mirror/holders";
import { usersByGaid, usersById } from "@/server/mirror/users";
import { atATime } from "@/server/platform/at-a-time";

/** A page waits for no more questions about single accounts than these; the others stay as AMP told them last. */
const MOST_ASKED = 50;

/** Whose accounts these are as registered today, and the names. */
export interface TodaysOwners {
  userIds: ReadonlyMap<string, number | null>;
  names: ReadonlyMap<number, string>;
}

/**
 * AMP names the owner of a movement as of the day the movement is read, and an account may become a user's later: an
 * earlier moment named so would show as coming and going what never moved. So every account is today's owner's, at
 * whatever moment: by the register, by who owns now, by the newest movement; where these do not tell, AMP is asked.
 * AMP: for the copies GET /registered_users/, GET /assets/{a}/ownerships; GET /gaids/{g}/registered_user
 */
export async function todaysOwners(
  actor: Actor,
  history: History,
  accounts: Iterable<string | null>,
): Promise<TodaysOwners> {
  await authorize(actor, "user:read");
  const gaids = [...new Set(accounts)].filter((gaid) => gaid !== null);
  await freshHolders(actor, history.assetUuid);
  const [registered, holding] = await Promise.all([
    usersByGaid(actor, gaids),
    ownersHolding(actor, history.assetUuid, gaids),
  ]);
  const userIds = new Map(holding);
  for (const [gaid, { id }] of registered) userIds.set(gaid, id);
  const told = await lastOwnersTold(
    history,
    gaids.filter((gaid) => !userIds.has(gaid)),
  );
  for (const [gaid, id] of told) userIds.set(gaid, id);
  const names = new Map([...registered.values()].map(({ id, name }) => [id, name]));
  const owning = [...userIds.values()].filter((id) => id !== null);
  const nameless = owning.filter((id) => !names.has(id));
  for (const [id, { name }] of await usersById(actor, nameless)) names.set(id, name);
  const doubtful = [...told].filter(([, id]) => id === null || !names.has(id)).map(([gaid]) => gaid);
  for (const [gaid, owner] of await askedOwners(actor, doubtful.slice(0, MOST_ASKED))) {
    userIds.set(gaid, owner?.id ?? null);
    if (owner) names.set(owner.id, owner.name);
  }
  return { userIds, names };
}

/** A user's second account, or one whose user is registered no more, and that holds nothing now. */
async function askedOwners(actor: Actor, gaids: string[]) {
  const amp = await ampAs(actor);
  const owners = new Map<string, { id: number; name: string } | null>();
  await atATime(gaids, async (gaid) => {
    owners.set(gaid, await amp.call("getGaidUser", { path: { gaid } }).catch(noneWhenRefused));
  });
  return owners;
}

/** What the accounts hold, with their owners of today. @param issuer the user id that stands for the treasury */
export const partsOf = (
  balances: Balances,
  issuer: number,
  { userIds }: Pick<TodaysOwners, "userIds">,
): OwnedPart[] =>
  [...balances].map(([gaid, amount]) => {
    const owner = gaid === null ? issuer : userIds.get(gaid);
    return { gaid, amount, owner: owner?.toString() ?? null };
  });
