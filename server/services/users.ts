import type { Asset } from "@/lib/contracts/amp/assets";
import type { Assignment } from "@/lib/contracts/amp/assignments";
import type { RegisteredUser, UserAssetSummary } from "@/lib/contracts/amp/registered-users";
import { type ListQuery, oldestOf } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import {
  type CategoryName,
  failingAssetRules,
  failingUserRules,
  missingCategories,
  requiredOf,
} from "@/lib/domain/eligibility";
import { canReceiveNow } from "@/lib/domain/eligibility-matrix";
import { mayBeGaid } from "@/lib/domain/gaid";
import { userPayments } from "@/lib/domain/user-payments";
import type { Receivability, UserHolding, UsersPage } from "@/lib/domain/users";
import { userVesting } from "@/lib/domain/vesting";
import { fieldError, isUnclear } from "@/lib/errors";
import { usersText } from "@/lib/messages/users";
import type { AmpClient } from "@/server/amp/client";
import { findAmongAll } from "@/server/amp/look-up";
import { userSummaries } from "@/server/amp/user-summaries";
import { audited } from "@/server/audit/audited";
import { once } from "@/server/audit/intents";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { changingGaids, changingUser, usersPage } from "@/server/mirror/users";
import { now } from "@/server/platform/clock";
import { archivedAmong } from "@/server/register/note-store";
import { unorderedUsers } from "@/server/treasury/unordered";
import { makerOf } from "./account-maker";
import { readableAssets } from "./assets";
import { readBlacklisted } from "./blacklisted-users";
import { allCategories, categoryNames, knownCategories } from "./categories";
import { registerFilter } from "./user-filters";
import { isGaidTaken, underItsField, withGaidOwner } from "./user-refusals";

export type { RegisteredUser };

/**
 * Those who are meant of the register as it is this moment: it is looked through row by row, never held whole. Pages ask
 * the desk's copy. AMP: GET /registered_users/
 */
export async function usersAmong(
  actor: Actor,
  isMeant: (user: RegisteredUser) => boolean,
): Promise<RegisteredUser[]> {
  await authorize(actor, "user:read");
  const meant: RegisteredUser[] = [];
  for await (const users of (await ampAs(actor)).rows("listRegisteredUsers"))
    meant.push(...users.filter(isMeant));
  return meant;
}

/**
 * The desk's copy of GET /registered_users/. AMP: GET /categories; for a filter by balance GET /assets/;
 * for a GAID GET /gaids/{g}/registered_user
 * @throws AppError as `registerFilter` does
 */
export async function listUsers(actor: Actor, query: ListQuery): Promise<UsersPage> {
  await authorize(actor, "user:read");
  const [{ page, balances }, categories] = await Promise.all([
    registerFilter(actor, query).then(async ({ filter, balances }) => {
      return { page: await usersPage(actor, query, filter), balances };
    }),
    allCategories(actor),
  ]);
  const shown = actor.preview ? [] : page.rows; // putting users aside is the issuer's own record
  const archived = await archivedAmong(
    actor.workspaceId,
    shown.map(({ id }) => id),
  );
  const rows = page.rows.map((user) => ({
    ...user,
    categoryNames: categoryNames(categories, user.categories),
    isArchived: archived.has(user.id),
  }));
  return { ...page, rows, balances };
}

/**
 * One registered user with wallets, categories and what it has of each asset the person may see.
 * AMP: GET /registered_users/{u}, …/gaids, …/summary, GET /categories, GET /managers/{m}, and the assets
 */
export async function readUser(actor: Actor, userId: number) {
  await authorize(actor, "user:read");
  const amp = await ampAs(actor);
  const path = { registeredUserId: userId };
  const [user, gaids, summaries, { categories, freshness }, { assets, unreadable }] = await Promise.all([
    amp.call("getRegisteredUser", { path }),
    amp.call("listUserGaids", { path }),
    userSummaries(amp, userId),
    knownCategories(actor),
    readableAssets(actor),
  ]);
  const uuids = assets.map(({ assetUuid }) => assetUuid);
  const [told, unordered, maker] = await Promise.all([
    readBlacklisted(actor, uuids, [userId]),
    unorderedUsers(actor.workspaceId, { userId }),
    makerOf(actor, user.creator, assets[0]?.issuer),
  ]);
  const byUuid = new Map(summaries.map((summary) => [summary.assetUuid, summary]));
  return {
    user,
    gaids,
    categories: categories.map(({ id, name, assets: required }) => ({
      id,
      name,
      usedBy: required.length,
    })),
    maker,
    holdings: assets
      .map((asset) => ({
        ...toHolding(asset, byUuid.get(asset.assetUuid)),
        blacklisted: told.of(userId, asset.assetUuid),
        receive: receivability(
          { ...user, hasBlacklisted: told.has(userId, asset.assetUuid) },
          asset,
          categories,
        ),
      }))
      .sort((a, b) => Number(isInvolved(b)) - Number(isInvolved(a)) || a.name.localeCompare(b.name, "en")),
    unreadable,
    /** This account's distributions that have still to order for the user. */
    distributions: unordered.filter(({ workspaceId }) => workspaceId === actor.workspaceId).length,
    vesting: userVesting(user, summaries, assets),
    payments: userPayments(userId, summaries, assets),
    freshness: oldestOf([{ asOf: now(), source: "amp" }, freshness]),
  };
}

const isInvolved = (row: UserHolding) => row.balance > 0n || row.assigned > 0n || row.distributed > 0n;

function toHolding(
  asset: Asset,
  summary: UserAssetSummary | undefined,
): Omit<UserHolding, "receive" | "blacklisted"> {
  const assignments = summary?.assignments ?? [];
  const open = assignments.filter(({ isDistributed }) => !isDistributed);
  const paid = assignments.filter(({ isDistributed }) => isDistributed);
  return {
    assetUuid: asset.assetUuid,
    name: asset.name,
    ticker: asset.ticker,
    precision: asset.precision,
    balance: summary?.balance ?? 0n,
    assigned: sumOf(open),
    openAssignments: open.length,
    distributed: summary?.distributionsSum ?? sumOf(paid),
  };
}

const sumOf = (assignments: Assignment[]) => assignments.reduce((sum, { amount }) => sum + amount, 0n);

function receivability(
  user: RegisteredUser & { hasBlacklisted: boolean },
  asset: Asset,
  categories: CategoryName[],
): Receivability {
  const failing = [...failingAssetRules(asset).map((rule) => ({ rule })), ...failingUserRules(user, asset)];
  const missing = categoryNames(categories, missingCategories(user, requiredOf(asset)));
  if (!canReceiveNow(failing)) return { state: "no", failing, missing };
  return { state: asset.transferRestricted ? "yes" : "unrestricted", failing, missing };
}

interface NewUser {
  intentId: string;
  name: string;
  isCompany: boolean;
  /** Empty when the person has no wallet yet. */
  gaid: string;
}

/**
 * Registers a person or company, once per form. AMP: GET /gaids/{g}/validate, POST /registered_users/add; for a GAID
 * that is taken GET /gaids/{g}/registered_user; after an answer that was lost GET /registered_users/
 * @throws AppError INVALID_INPUT under the GAID's or the name's field
 */
export async function addUser(actor: Actor, input: NewUser): Promise<RegisteredUser> {
  await authorize(actor, "user:write");
  const amp = await ampAs(actor);
  const gaid = input.gaid === "" ? null : input.gaid;
  if (gaid !== null) await requireValidGaid(amp, gaid);
  const { intentId, ...content } = input;
  const detail = { hasGaid: gaid !== null, isCompany: input.isCompany };
  const ask = () =>
    amp
      .call("addRegisteredUser", { body: { name: input.name, isCompany: input.isCompany, gaid } })
      .catch(async (error: unknown) => {
        const made = isUnclear(error) ? await findMade(amp, input).catch(() => null) : null;
        if (made) return made;
        throw await withGaidOwner(actor, input.gaid, underItsField(error));
      });
  const entry = { action: "user.added", detail };
  const told = ({ id }: RegisteredUser) => ({ detail: { user: id, ...detail } });
  const idOf = ({ id }: RegisteredUser) => id;
  const add = () => changingUser(actor, idOf, () => audited(actor, entry, ask, told));
  return once({ id: intentId, workspaceId: actor.workspaceId, action: "user.add", input: content }, () =>
    gaid === null ? add() : changingGaids(actor, add),
  );
}

/** The user as wanted; without a GAID, which belongs to one user alone, it could be anybody of this name. */
async function findMade(amp: AmpClient, { name, isCompany, gaid }: NewUser): Promise<RegisteredUser | null> {
  if (gaid === "") return null;
  return findAmongAll(
    amp,
    (user) => user.gaid === gaid && user.name === name && user.isCompany === isCompany,
  );
}

/**
 * Who adds what is there already changes nothing. AMP: GET /gaids/{g}/validate, POST /registered_users/{u}/gaids/add;
 * after an answer that was lost, and for a GAID that is taken, GET /registered_users/{u}/gaids; for one of another
 * user GET /gaids/{g}/registered_user
 */
export async function addGaid(actor: Actor, input: { userId: number; gaid: string }): Promise<void> {
  await authorize(actor, "user:write");
  const amp = await ampAs(actor);
  await requireValidGaid(amp, input.gaid);
  const { userId, gaid } = input;
  const path = { registeredUserId: userId };
  const add = () =>
    amp.call("addUserGaid", { path, body: gaid }).catch(async (error: unknown) => {
      const refusal = underItsField(error);
      const mayBeThere = isUnclear(refusal) || isGaidTaken(refusal);
      const gaids = mayBeThere ? await amp.call("listUserGaids", { path }).catch(() => []) : [];
      if (!gaids.includes(gaid)) throw await withGaidOwner(actor, gaid, refusal);
    });
  const entry = { action: "user.gaid-added", detail: { user: userId, gaid } };
  await changingGaids(actor, () => changingUser(actor, userId, () => audited(actor, entry, add)));
}

/** A GAID that is no wallet is refused at its field, before anything is sent that changes something. */
async function requireValidGaid(amp: AmpClient, gaid: string): Promise<void> {
  if (!mayBeGaid(gaid)) throw fieldError("gaid", usersText.gaidForm);
  const { isValid, error } = await amp.call("validateGaid", { path: { gaid } });
  if (!isValid) throw fieldError("gaid", error ? usersText.gaidInvalid(error) : usersText.gaidUnknown);
}
