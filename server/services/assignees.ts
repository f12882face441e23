import type { Asset } from "@/lib/contracts/amp/assets";
import type { Assignment } from "@/lib/contracts/amp/assignments";
import type { RegisteredUser } from "@/lib/contracts/amp/registered-users";
import type { Actor } from "@/lib/domain/actor";
import type { Assignee } from "@/lib/domain/assignment-grid";
import { missingCategories, requiredOf } from "@/lib/domain/eligibility";
import { isGaid } from "@/lib/domain/gaid";
import { noneWhenRefused } from "@/server/amp/look-up";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { usersByGaid, usersById, usersByName } from "@/server/mirror/users";
import { atATime } from "@/server/platform/at-a-time";
import { getAsset } from "./assets";
import { freeBalance, openAssignments } from "./assignments";
import { allCategories, categoryNames } from "./categories";

/**
 * Whom each text of a grid means, by number, name or GAID, whether they may hold the asset, and what is free to assign.
 * The register is the desk's copy: what has changed at AMP since, AMP refuses for each row. AMP: GET /assets/{a},
 * …/balance, …/assignments; for GAIDs that are nobody's default, and issuers only, GET /gaids/{g}/registered_user.
 */
export async function lookUpAssignees(
  actor: Actor,
  { assetUuid, texts }: { assetUuid: string; texts: string[] },
): Promise<{ assignees: Assignee[]; freeSats: bigint }> {
  await authorize(actor, "assignment:create", assetUuid);
  const asset = await getAsset(actor, assetUuid);
  const reading = openAssignments(actor, assetUuid);
  const [find, missingOf, openOf, freeSats] = await Promise.all([
    finder(actor, texts),
    missingFinder(actor, asset),
    reading.then(sumByUser),
    freeBalance(actor, asset, reading),
  ]);
  const unknown = texts.filter((text) => isGaid(text) && find(text).length === 0);
  const owners = await ownersOfGaids(actor, unknown);
  const assignees: Assignee[] = [];
  for (const text of texts) {
    const owner = owners.get(text);
    const [user, ...others] = owner ? [owner] : find(text);
    if (!user) assignees.push({ text, kind: "none" });
    else if (others.length > 0) assignees.push({ text, kind: "several", count: others.length + 1 });
    else {
      const { id: userId, name, gaid } = user;
      const standing = { missing: missingOf(user), openSats: openOf.get(userId) ?? 0n };
      assignees.push({ ...{ text, kind: "one", userId, name, hasWallet: gaid !== null }, ...standing });
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

function sumByUser(open: Assignment[]): Map<number, bigint> {
  const sums = new Map<number, bigint>();
  for (const { registeredUser, amount } of open)
    sums.set(registeredUser, (sums.get(registeredUser) ?? 0n) + amount);
  return sums;
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
