import { type Freshness, oldestOf } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { sortKey } from "@/lib/domain/sort-key";
import { noneWhenRefused } from "@/server/amp/look-up";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { type AskedOwner, type OwnersThen, type Span, withOwners } from "@/server/history/balances-store";
import type { History } from "@/server/history/store";
import { freshHolders } from "@/server/mirror/holders";
import { registerFreshness } from "@/server/mirror/users";
import { atATime } from "@/server/platform/at-a-time";
import { now } from "@/server/platform/clock";

/** A page waits for no more questions about single accounts than these; the others stay as AMP told them last. */
const MOST_ASKED = 50;

/**
 * Who owned how much at the ends of a span, everybody as registered today. AMP names the owner of a movement as of the day
 * the movement is read, and an account may become a user's later: an earlier moment named so would show as coming and going
 * what never moved. So every account is today's owner's, at whatever moment: by the register, by who owns now, by the newest
 * movement; where these do not tell, AMP is asked.
 * AMP: for the copies GET /registered_users/, GET /assets/{a}/ownerships; GET /gaids/{g}/registered_user
 * @param work is told how old the names are
 * @throws AppError INTERNAL when somebody would own less than nothing: AMP's transactions are not all there
 */
export async function ownersThen<T>(
  actor: Actor,
  history: History,
  span: Span,
  work: (owners: OwnersThen, named: Freshness) => Promise<T>,
): Promise<T> {
  await authorize(actor, "user:read");
  const asked: Freshness = { asOf: now(), source: "amp" };
  const copies = await Promise.all([freshHolders(actor, history.assetUuid), registerFreshness(actor)]);
  const named = oldestOf([asked, ...copies]);
  const ask = (gaids: string[]) => askedOwners(actor, gaids);
  return withOwners(history, span, { most: MOST_ASKED, ask }, (owners) => work(owners, named));
}

/** A user's second account, or one whose user is registered no more, and that holds nothing now. */
async function askedOwners(actor: Actor, gaids: string[]): Promise<AskedOwner[]> {
  const amp = await ampAs(actor);
  const owners: AskedOwner[] = [];
  await atATime(gaids, async (gaid) => {
    const found = await amp.call("getGaidUser", { path: { gaid } }).catch(noneWhenRefused);
    owners.push({ gaid, user: found && { ...found, sortName: sortKey(found.name) } });
  });
  return owners;
}
