import type { ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { isGaid } from "@/lib/domain/gaid";
import type { BalanceBasis } from "@/lib/domain/users";
import { isAway } from "@/lib/errors";
import { may } from "@/lib/policy";
import { noneWhenRefused } from "@/server/amp/look-up";
import { ownersCopied } from "@/server/mirror/balances";
import { type UserFilter, userFilterOf, usersByGaid } from "@/server/mirror/users";
import { selectUsersByGaids } from "@/server/mirror/users-store";
import { archivedUsers } from "@/server/register/note-store";
import { allAssets } from "./assets";
import { approvedUsers, waitingUsers } from "./user-identity";
import { gaidOwner } from "./user-refusals";

type Asked = Pick<ListQuery, "q" | "filters">;
type Among = NonNullable<UserFilter["among"]>[number];
type Waiting = NonNullable<Awaited<ReturnType<typeof waitingUsers>>>;

const NOBODY: Among = { ids: [], isIn: true };

/**
 * The filters of the register: the copy's own, and what AMP knows nothing of or only asset by asset. `archived` (yes, no);
 * `kyc` (portal, lapsed, pending, none), for whoever sees requests; `balance` (some, none) with `asset`, for whoever sees owners.
 * Others' are left out.
 * @throws AppError UNAVAILABLE while AMP does not tell which assets or inboxes there are
 */
export async function registerFilter(
  actor: Actor,
  query: Asked,
): Promise<{ filter: UserFilter; balances: BalanceBasis | null }> {
  const [archived, kyc, balances, owner] = await Promise.all([
    archivedFilter(actor, query),
    kycFilter(actor, query),
    balanceBasis(actor, query),
    ownerOf(actor, query.q?.trim() ?? ""),
  ]);
  const among = [...archived, ...kyc];
  if (owner) among.push({ ids: [owner.id], isIn: true });
  const filter: UserFilter = { ...userFilterOf(owner ? { ...query, q: "" } : query), among };
  if (!balances) return { filter, balances };
  const isHolder = query.filters.balance === "some";
  const { assetUuids, ...basis } = balances;
  const isWhole = basis.unread.length === 0 && (basis.asked > 0 || query.filters.asset === undefined);
  // Whoever may own some of an asset that nobody has looked at is not known to own nothing.
  if (!isHolder && !isWhole) among.push(NOBODY);
  return { filter: { ...filter, holding: { assetUuids, isHolder } }, balances: basis };
}

/**
 * Of a user with several GAIDs the copy knows the default one alone.
 * @throws AppError UNAVAILABLE rather than to say that nobody has it
 */
async function ownerOf(actor: Actor, text: string): ReturnType<typeof gaidOwner> {
  if (!isGaid(text)) return null;
  try {
    return await gaidOwner(actor, text).catch(noneWhenRefused);
  } catch (error) {
    const isDefault = isAway(error) && (await selectUsersByGaids(actor.workspaceId, [text])).length > 0;
    if (isDefault) return null;
    throw error;
  }
}

async function archivedFilter({ workspaceId, preview }: Actor, { filters }: Asked): Promise<Among[]> {
  if (filters.archived === undefined) return [];
  return [{ ids: preview ? [] : await archivedUsers(workspaceId), isIn: filters.archived === "yes" }];
}

async function kycFilter(actor: Actor, { filters }: Asked): Promise<Among[]> {
  const { kyc } = filters;
  if (kyc === undefined) return [];
  const [approved, waiting] = await Promise.all([approvedUsers(actor), waitingUsers(actor)]);
  if (approved === null || waiting === null) return [];
  if (kyc === "pending") return [{ ids: await idsOf(actor, waiting), isIn: true }];
  if (kyc === "none")
    return [
      { ids: approved.map(({ userId }) => userId), isIn: false },
      { ids: await idsOf(actor, waiting), isIn: false },
    ];
  const found = approved.filter(({ isLapsed }) => isLapsed === (kyc === "lapsed"));
  return [{ ids: found.map(({ userId }) => userId), isIn: true }];
}

/** The register knows users by their default GAID. */
async function idsOf(actor: Actor, { gaids, userIds }: Waiting): Promise<number[]> {
  const byGaid = await usersByGaid(actor, gaids);
  return [...userIds, ...[...byGaid.values()].map(({ id }) => id)];
}

// Actors are made once per request: the portions of one file rest on the same assets.
const assetsOf = new WeakMap<Actor, ReturnType<typeof allAssets>>();

/** What a filter by balance rests on, with the assets whose copies it looks into; null for who does not filter so. */
async function balanceBasis(
  actor: Actor,
  { filters }: Asked,
): Promise<(BalanceBasis & { assetUuids: string[] }) | null> {
  if (filters.balance === undefined || !may(actor.role, "ownership:read")) return null;
  const reading = assetsOf.get(actor) ?? allAssets(actor);
  assetsOf.set(actor, reading);
  const [all, copied] = await Promise.all([reading, ownersCopied(actor)]);
  const assets = all
    .map(({ assetUuid, name }) => ({ assetUuid, name }))
    .sort((one, other) => one.name.localeCompare(other.name, "en"));
  const asked = assets.filter(({ assetUuid }) => [undefined, assetUuid].includes(filters.asset));
  const read = asked.filter(({ assetUuid }) => copied.has(assetUuid));
  const times = read.map(({ assetUuid }) => copied.get(assetUuid)?.getTime() ?? 0);
  return {
    assets,
    asked: asked.length,
    oldestAt: times.length === 0 ? null : new Date(Math.min(...times)),
    unread: asked.filter((asset) => !read.includes(asset)),
    assetUuids: read.map(({ assetUuid }) => assetUuid),
  };
}
