import type { Asset } from "@/lib/contracts/amp/assets";
import type { RegisteredUser } from "@/lib/contracts/amp/registered-users";
import type { Actor } from "@/lib/domain/actor";
import type { Assignee } from "@/lib/domain/assignment-grid";
import { missingCategories, requiredOf } from "@/lib/domain/eligibility";
import { isGaid } from "@/lib/domain/gaid";
import { noneWhenRefused } from "@/server/amp/look-up";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { openSumsOf } from "@/server/mirror/assignments";
import { usersByGaid, usersById, usersByName } from "@/server/mirror/users";
import { atATime } from "@/server/platform/at-a-time";
import { getAsset } from "./assets";
import { shownFree } from "./assignments";
import { allCategories, categoryNames } from "./categories";

/**
 * Whom each text of a grid means, by number, name or GAID, whether they may hold the asset, and what is free to assign.
 * All of it comes out of the desk's copies: what has changed at AMP since may be
 * refused for each row, and what is free is asked of AMP before a batch is stored. AMP: GET /assets/{a}, for managers …/balance; for GAIDs that are nobody's default, and issuers
 * only, GET /gaids/{g}/registered_user.
 */
export async function lookUpAssignees(
  actor: Actor,
  { assetUuid, texts }: { assetUuid: string; texts: string[] },
): Promise<{ assignees: Assignee[]; freeSats: bigint }> {
  await authorize(actor, "assignment:create", assetUuid);
  const asset = await getAsset(actor, assetUuid);
  const [find, missingOf, freeSats] = await Promise.all([
    finder(actor, texts),
    missingFinder(actor, asset),
    shownFree(actor, asset),
  ]);
  const unknown = texts.filter((text) => isGaid(text) && find(text).length === 0);
  const owners = await ownersOfGaids(actor, unknown);
  const meant = texts.map((text) => {
    const owner = owners.get(text);
    return { text, users: owner ? [owner] : find(text) };
  });
  const ids = meant.flatMap(({ users }) => users.map(({ id }) => id));
  const openOf = await openSumsOf(actor, assetUuid, ids);
  const assignees: Assignee[] = [];
  for (const { text, users } of meant) {
    const [user, ...others] = users;
    if (!user) assignees.push({ text, kind: "none" });
    else if (others.length > 0) assignees.push({ text, kind: "several", count: others.length + 1 });
    else {
      const { id: userId, name, gaid } = user;
      const standing = { missing: missingOf(user), openSats: openOf.get(userId) ?? 0n };
      const paidTo = isGaid(text) && gaid !== text ? gaid : null;
      const wallet = { hasWallet: gaid !== null, paidTo };
      assignees.push({ ...{ text, kind: "one", userId, name }, ...wallet, ...standing });
    }
  }
  return { assignees, freeSats };
}

const numberIn = (text: string) => Number(/^#?([1-9]\d{0,8})$/.exec(text)?.[1] ?? 0);

/** A number means a user's number before it means a name of digits. */
async function finder(actor: Actor, texts: string[]): Promise<(text: string) => RegisteredUser[]> {
  await authorize(actor, "user:read");
  const [byId, byGaid, byName] = await Promise.all([
    usersById(actor, texts.map(numberIn)),
    usersByGaid(actor, texts.filter(isGaid)),
    usersByName(actor, texts),
  ]);
  return (text) => {
    const one = byId.get(numberIn(text)) ?? byGaid.get(text);
    return one ? [one] : byName(text);
  };
}

/** Names of the required categories that a user lacks; all of them are needed. */
async function missingFinder(actor: Actor, asset: Asset): Promise<(user: RegisteredUser) => string[]> {
  const required = requiredOf(asset);
  if (required.length === 0) return () => [];
  const categories = await allCategories(actor);
  return (user) => categoryNames(categories, missingCategories(user, required)).map(({ name }) => name);
}

/** A user may have several GAIDs, and the register lists the default alone; managers may not ask whose another one is. */
async function ownersOfGaids(actor: Actor, gaids: string[]): Promise<Map<string, RegisteredUser>> {
  const owners = new Map<string, RegisteredUser>();
  if (actor.role !== "issuer") return owners;
  const amp = await ampAs(actor);
  await atATime(gaids, async (gaid) => {
    const owner = await amp.call("getGaidUser", { path: { gaid } }).catch(noneWhenRefused);
    if (owner) owners.set(gaid, owner);
  });
  return owners;
}
