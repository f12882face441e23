import { randomBytes } from "node:crypto";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { Manager } from "@/lib/contracts/amp/managers";
import type { ListPage, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { type ManagerDetails, type ManagerRow, passwordProblem } from "@/lib/domain/managers";
import { AppError, fieldError, isUnclear, refuse } from "@/lib/errors";
import { managersText } from "@/lib/messages/managers";
import type { AmpClient } from "@/server/amp/client";
import { audited } from "@/server/audit/audited";
import { once } from "@/server/audit/intents";
import { findLastAudit } from "@/server/audit/store";
import { ampAs, tokenFor } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { managerLastSeen } from "@/server/auth/store";
import { assetRevoked, managerShut } from "@/server/mirror/asset-list";
import { requireEnvironment } from "@/server/platform/environments";
import { findLink } from "@/server/requests/link-store";
import { allAssets } from "./assets";
import { pageOf } from "./list";

/** AMP: GET /managers, GET /assets/ */
export async function listManagers(actor: Actor, query: ListQuery): Promise<ListPage<ManagerRow>> {
  await authorize(actor, "manager:read");
  const amp = await ampAs(actor);
  const [managers, assets] = await Promise.all([amp.call("listManagers"), allAssets(actor)]);
  return pageOf(
    managers.map((manager) => toRow(manager, assets)),
    query,
    {
      sorts: { name: (manager) => manager.username },
      defaultSort: "name",
      search: (manager) => [manager.username, ...manager.assets.map((asset) => asset.name)],
      filters: { state: (manager, value) => manager.isLocked === (value === "locked") },
    },
  );
}

const toRow = ({ assets: granted, ...manager }: Manager, assets: readonly Asset[]): ManagerRow => ({
  ...manager,
  // A deleted asset may still be granted: it can be taken back.
  assets: granted.map((assetUuid) => ({
    assetUuid,
    name: assets.find((asset) => asset.assetUuid === assetUuid)?.name ?? managersText.grants.unnamed,
  })),
});

const REVOKED = "manager.revoked";
/** Entries that say whether there is a token that somebody has seen. */
const HANDED_OVER = ["manager.token-shown", "manager.password-changed", REVOKED];

/** AMP: GET /managers/{m}, GET /assets/. @throws AppError NOT_FOUND */
export async function readManager(actor: Actor, managerId: number): Promise<ManagerDetails> {
  await authorize(actor, "manager:read");
  const amp = await ampAs(actor);
  const [manager, assets, last, lastSeenAt, link] = await Promise.all([
    amp.call("getManager", { path: { managerId } }),
    allAssets(actor),
    findLastAudit(actor.workspaceId, HANDED_OVER, { manager: managerId }),
    managerLastSeen(actor.environment, managerId),
    findLink({ workspaceId: actor.workspaceId }),
  ]);
  return {
    manager: toRow(manager, assets),
    grantable: assets
      .filter(({ assetUuid }) => !manager.assets.includes(assetUuid))
      .map(({ assetUuid, name }) => ({ assetUuid, name }))
      .sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true })),
    handedOver: last && last.action !== REVOKED ? { at: last.at, personName: last.personName } : null,
    revokedAt: last?.action === REVOKED ? last.at : null,
    lastSeenAt,
    decidesRequests: link?.managers.includes(manager.username) ?? false,
  };
}

/**
 * Makes a manager, once per form; AMP locks it. AMP: GET /managers, POST /managers/create
 * @throws AppError INVALID_INPUT under `username` or `password`
 */
export async function createManager(
  actor: Actor,
  input: { intentId: string; username: string; password: string },
): Promise<{ id: number; username: string }> {
  await authorize(actor, "manager:write");
  const { intentId, username, password } = input;
  checkPassword(password, username);
  const amp = await ampAs(actor);
  // An intent's contents are kept as a hash, so the password is none of them.
  const intent = { workspaceId: actor.workspaceId, action: "manager.create", input: { username } };
  return once({ id: intentId, ...intent }, async () => {
    const known = await amp.call("listManagers");
    const isTaken = known.some((manager) => manager.username === username);
    refuse("username", isTaken, managersText.create.taken);
    const detail: Record<string, unknown> = {};
    return audited(actor, { action: "manager.created", detail }, async () => {
      const { id } = await amp
        .call("createManager", { body: { username, password } })
        .catch((error: unknown) => madeAfterAll(amp, username, error));
      detail.manager = id;
      return { id, username };
    });
  });
}

/** After an answer that was lost AMP knows whether there is one. */
async function madeAfterAll(amp: AmpClient, username: string, error: unknown): Promise<Manager> {
  const found = isUnclear(error) ? await amp.call("listManagers").catch(() => []) : [];
  const made = found.find((manager) => manager.username === username);
  if (made) return made;
  throw error;
}

function checkPassword(password: string, username: string): void {
  const problem = passwordProblem(password, username);
  if (problem !== null) throw fieldError("password", managersText.password.problems[problem]);
}

/** AMP: PUT /managers/{m}/lock and /unlock */
export async function setManagerLock(
  actor: Actor,
  input: { managerId: number; isLocked: boolean },
): Promise<void> {
  await authorize(actor, "manager:write");
  const amp = await ampAs(actor);
  const { managerId, isLocked } = input;
  const action = isLocked ? "manager.locked" : "manager.unlocked";
  await audited(actor, { action, detail: { manager: managerId } }, () =>
    amp.call(isLocked ? "lockManager" : "unlockManager", { path: { managerId } }),
  ).finally(() => (isLocked ? managerShut(actor, managerId) : undefined));
}

/** AMP: PUT /managers/{m}/assets/{a}/add and /remove. What is already so is no error. */
export async function setManagerAsset(
  actor: Actor,
  input: { managerId: number; assetUuid: string; isGranted: boolean },
): Promise<void> {
  await authorize(actor, "manager:write");
  const amp = await ampAs(actor);
  const { managerId, assetUuid, isGranted } = input;
  const action = isGranted ? "manager.asset-granted" : "manager.asset-revoked";
  await audited(actor, { action, assetUuid, detail: { manager: managerId } }, () =>
    amp.call(isGranted ? "addManagerAsset" : "removeManagerAsset", { path: { managerId, assetUuid } }),
  ).finally(() => (isGranted ? undefined : assetRevoked(actor, managerId, assetUuid)));
}

/**
 * The manager's own token, for the one who asks and nobody else: it is neither stored nor logged.
 * AMP: GET /managers/{m}, POST /user/obtain_token as the manager
 * @throws AppError CONFLICT while the manager is locked, INVALID_INPUT under `password`
 */
export async function showManagerToken(
  actor: Actor,
  input: { managerId: number; password: string },
): Promise<{ token: string }> {
  await authorize(actor, "manager:write");
  const { managerId, password } = input;
  const { username, isLocked } = await (await ampAs(actor)).call("getManager", { path: { managerId } });
  if (isLocked) throw new AppError("CONFLICT", managersText.token.whyLocked);
  return audited(actor, { action: "manager.token-shown", detail: { manager: managerId } }, async () => {
    const token = await tokenFor(requireEnvironment(actor.environment), { username, password });
    if (token === null) throw fieldError("password", managersText.token.refused);
    return { token };
  });
}

/**
 * Sets a password, which ends the manager's token. AMP: GET /managers/{m}, POST /managers/{m}/change-password; before it
 * and after an answer that was lost POST /user/obtain_token with what was typed
 * @returns the new token, for the one who asks and nobody else
 * @throws AppError INVALID_INPUT under `password`
 */
export async function changeManagerPassword(
  actor: Actor,
  input: { managerId: number; password: string },
): Promise<{ token: string }> {
  await authorize(actor, "manager:write");
  const { managerId, password } = input;
  const amp = await ampAs(actor);
  const { username } = await amp.call("getManager", { path: { managerId } });
  checkPassword(password, username);
  return audited(actor, { action: "manager.password-changed", detail: { manager: managerId } }, async () => {
    const typed = () => tokenFor(requireEnvironment(actor.environment), { username, password });
    // What opened the account before tells nothing afterwards: it may be the same password, typed again.
    const isNew = (await typed().catch(() => undefined)) === null;
    try {
      const { token } = await amp.brief("changeManagerPassword", { path: { managerId }, body: { password } });
      return { token };
    } catch (error) {
      // AMP lets in who holds the new password. Of a manager that is locked it does not tell.
      const token = isNew && isUnclear(error) ? await typed().catch(() => null) : null;
      if (token === null) throw error;
      return { token };
    }
  });
}

const UNKNOWN_PASSWORD_BYTES = 48;

/** AMP has done it where its answer has another form: what it says is read by nobody here. */
function unlessAnswered(error: unknown): void {
  if (!(error instanceof AppError && error.code === "INTERNAL")) throw error;
}

/**
 * Ends whatever a manager can do, the most urgent first; repeated, it goes on where it was.
 * AMP: PUT /managers/{m}/lock, POST …/change-password, PUT …/assets/{a}/remove for each
 */
export async function revokeManager(actor: Actor, { managerId }: { managerId: number }): Promise<void> {
  await authorize(actor, "manager:write");
  const amp = await ampAs(actor);
  const path = { managerId };
  await audited(actor, { action: REVOKED, detail: { manager: managerId } }, async () => {
    await amp.call("lockManager", { path }).finally(() => managerShut(actor, managerId));
    const password = randomBytes(UNKNOWN_PASSWORD_BYTES).toString("base64url");
    await amp.brief("changeManagerPassword", { path, body: { password } }).catch(unlessAnswered);
    const { assets } = await amp.call("getManager", { path });
    for (const assetUuid of assets) {
      await amp.call("removeManagerAsset", { path: { managerId, assetUuid } });
      await assetRevoked(actor, managerId, assetUuid);
    }
  });
}
