import type { Asset } from "@/lib/contracts/amp/assets";
import type { RegisteredUser, UserAssetSummary } from "@/lib/contracts/amp/registered-users";
import type { ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { type CategoryName, missingCategories, requiredOf } from "@/lib/domain/eligibility";
import { isGaid } from "@/lib/domain/gaid";
import type { Receivability, UserHolding, UsersPage } from "@/lib/domain/users";
import { userVesting } from "@/lib/domain/vesting";
import { AppError } from "@/lib/errors";
import { usersText } from "@/lib/messages/users";
import type { AmpClient } from "@/server/amp/client";
import { audited } from "@/server/audit/audited";
import { once } from "@/server/audit/intents";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { changingUser, usersPage } from "@/server/mirror/users";
import { now } from "@/server/platform/clock";
import { archivedAmong } from "@/server/register/note-store";
import { allAssets } from "./assets";
import { allCategories, categoryNames } from "./categories";
import { registerFilter } from "./user-filters";

export type { RegisteredUser };

/**
 * The whole register as it is this moment: for what a payment is decided by. Pages ask the desk's copy.
 * AMP: GET /registered_users/
 */
export async function allUsers(actor: Actor): Promise<RegisteredUser[]> {
  await authorize(actor, "user:read");
  return (await ampAs(actor)).call("listRegisteredUsers");
}

/**
 * The desk's copy of GET /registered_users/. AMP: GET /categories; for a filter by balance GET /assets/
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
  const archived = await archivedAmong(
    actor.workspaceId,
    page.rows.map(({ id }) => id),
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
 * AMP: GET /registered_users/{u}, …/gaids, …/summary, GET /categories, and the assets
 */
export async function readUser(actor: Actor, userId: number) {
  await authorize(actor, "user:read");
  const amp = await ampAs(actor);
  const path = { registeredUserId: userId };
  const [user, gaids, summaries, categories, assets] = await Promise.all([
    amp.call("getRegisteredUser", { path }),
    amp.call("listUserGaids", { path }),
    amp.call("getUserSummary", { path }),
    allCategories(actor),
    allAssets(actor),
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
    holdings: assets
      .map((asset) => toHolding(user, asset, byUuid.get(asset.assetUuid), categories))
      .sort((a, b) => Number(isInvolved(b)) - Number(isInvolved(a)) || a.name.localeCompare(b.name, "en")),
    vesting: userVesting(summaries, assets),
    asOf: now(),
  };
}

const isInvolved = (row: UserHolding) => row.balance > 0n || row.assigned > 0n || row.distributed > 0n;

function toHolding(
  user: RegisteredUser,
  asset: Asset,
  summary: UserAssetSummary | undefined,
  categories: CategoryName[],
): UserHolding {
  const open = summary?.assignments.filter((assignment) => !assignment.isDistributed) ?? [];
  return {
    assetUuid: asset.assetUuid,
    name: asset.name,
    ticker: asset.ticker,
    precision: asset.precision,
    balance: summary?.balance ?? 0n,
    assigned: open.reduce((sum, assignment) => sum + assignment.amount, 0n),
    openAssignments: open.length,
    distributed: summary?.distributionsSum ?? 0n,
    receive: receivability(user, asset, categories),
  };
}

function receivability(user: RegisteredUser, asset: Asset, categories: CategoryName[]): Receivability {
  const missing = missingCategories(user, requiredOf(asset));
  if (missing.length > 0) return { state: "missing", categories: categoryNames(categories, missing) };
  if (user.gaid === null) return { state: "noWallet" };
  if (asset.isLocked) return { state: "locked" };
  if (!asset.isAuthorized) return { state: "unauthorized" };
  return { state: asset.transferRestricted ? "yes" : "unrestricted" };
}

interface NewUser {
  intentId: string;
  name: string;
  isCompany: boolean;
  /** Empty when the person has no wallet yet. */
  gaid: string;
}

/**
 * Registers a person or company, once per form. AMP: GET /gaids/{g}/validate, POST /registered_users/add
 * @throws AppError INVALID_INPUT under the GAID's or the name's field
 */
export async function addUser(actor: Actor, input: NewUser): Promise<RegisteredUser> {
  await authorize(actor, "user:write");
  const amp = await ampAs(actor);
  const gaid = input.gaid === "" ? null : input.gaid;
  if (gaid !== null) await requireValidGaid(amp, gaid);
  const { intentId, ...content } = input;
  return once({ id: intentId, workspaceId: actor.workspaceId, action: "user.add", input: content }, () =>
    changingUser(
      actor,
      (user: RegisteredUser) => user.id,
      () =>
        audited(
          actor,
          { action: "user.added", detail: { hasGaid: gaid !== null, isCompany: input.isCompany } },
          () =>
            amp
              .call("addRegisteredUser", { body: { name: input.name, isCompany: input.isCompany, gaid } })
              .catch((error: unknown) => {
                throw underItsField(error);
              }),
        ),
    ),
  );
}

/** AMP: GET /gaids/{g}/validate, POST /registered_users/{u}/gaids/add */
export async function addGaid(actor: Actor, input: { userId: number; gaid: string }): Promise<void> {
  await authorize(actor, "user:write");
  const amp = await ampAs(actor);
  await requireValidGaid(amp, input.gaid);
  const { userId } = input;
  await changingUser(actor, userId, () =>
    audited(actor, { action: "user.gaid-added", detail: { user: userId } }, () =>
      amp
        .call("addUserGaid", { path: { registeredUserId: userId }, body: input.gaid })
        .catch((error: unknown) => {
          throw underItsField(error);
        }),
    ),
  );
}

/** A GAID that is no wallet is refused at its field, before anything is sent that changes something. */
async function requireValidGaid(amp: AmpClient, gaid: string): Promise<void> {
  if (!isGaid(gaid)) throw gaidError(usersText.gaidForm);
  const { isValid, error } = await amp.call("validateGaid", { path: { gaid } });
  if (!isValid) throw gaidError(error ? usersText.gaidInvalid(error) : usersText.gaidUnknown);
}

const gaidError = (message: string) =>
  new AppError("INVALID_INPUT", message, { fields: { gaid: [message] } });

/** AMP's texts for a GAID of another user and for a name in use. */
export function underItsField(error: unknown): unknown {
  if (!(error instanceof AppError) || error.code !== "REJECTED") return error;
  const words = `${error.message} ${Object.values(error.fields ?? {})
    .flat()
    .join(" ")}`;
  if (/GAID/i.test(words)) {
    const isTaken = /already|exist|in use/i.test(words);
    return gaidError(isTaken ? usersText.gaidTaken : usersText.gaidUnknown);
  }
  if (error.fields?.name || /name|already|duplicate/i.test(words)) {
    return new AppError("INVALID_INPUT", usersText.nameTaken, {
      fields: { name: [usersText.nameTaken] },
      cause: error,
    });
  }
  return error;
}
