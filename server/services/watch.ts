import type { ListPage, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { type Check, check } from "@/lib/domain/distribution";
import type { WatchAlert, WatchView } from "@/lib/domain/watch";
import { AppError, refuse } from "@/lib/errors";
import { watchText } from "@/lib/messages/watch";
import { audited } from "@/server/audit/audited";
import { authorize } from "@/server/auth/authorize";
import { printCursor, readCursor } from "@/server/mirror/cursor";
import { now } from "@/server/platform/clock";
import { deskEnv } from "@/server/platform/env";
import { hasTreasuryNode } from "@/server/treasury/node";
import { findWorkspace } from "@/server/vault/store";
import { alertsPage, type PlacedAlert } from "@/server/watch/alerts-store";
import { booksEvery } from "@/server/watch/pace";
import {
  acknowledgeAlert,
  findAlert,
  findBlockingAlert,
  findRound,
  listAlerts,
  listWatched,
} from "@/server/watch/store";
import { lookNow } from "@/server/watch/watch";

const OPEN_ALERTS = 100;
const CLOSED_ALERTS = 10;
/** What a person writes instead of a reason. */
const MIN_REASON = 5;

/** The last look at every asset, what does not add up, and what did not lately. */
export async function viewWatch(actor: Actor): Promise<WatchView> {
  await authorize(actor, "treasury:read");
  const { workspaceId } = actor;
  const [hasWallet, round, assets, open, closed] = await Promise.all([
    isWalletWatched(workspaceId),
    findRound(workspaceId),
    listWatched(workspaceId),
    listAlerts(workspaceId, { states: ["open", "acknowledged"], limit: OPEN_ALERTS }),
    listAlerts(workspaceId, { states: ["closed"], limit: CLOSED_ALERTS }),
  ]);
  return {
    hasWallet,
    lookedAt: round?.lookedAt ?? null,
    goodAt: round?.goodAt ?? null,
    problem: round?.problem ?? null,
    everySeconds: watchedEvery(hasWallet),
    assets,
    alerts: [...open, ...closed],
  };
}

/** Seconds between two rounds; 0: none are made. */
export function watchedEvery(hasWallet: boolean): number {
  const { WATCH_SECONDS } = deskEnv();
  return hasWallet ? WATCH_SECONDS : booksEvery(WATCH_SECONDS);
}

/** Whether a wallet is laid beside AMP's books of this account. */
export async function isWalletWatched(workspaceId: string): Promise<boolean> {
  const workspace = await findWorkspace(workspaceId);
  return workspace !== null && hasTreasuryNode(workspace);
}

/** All alerts in the order of the page, which shows only the latest. */
export async function listWatchAlerts(
  actor: Actor,
  { cursor, limit }: Pick<ListQuery, "cursor" | "limit">,
): Promise<ListPage<WatchAlert>> {
  await authorize(actor, "treasury:read");
  const { workspaceId } = actor;
  const place = readPlace(cursor);
  const asOf = place?.asOf ?? now();
  const found = await alertsPage(workspaceId, { asOf, behind: place, limit: limit + 1 });
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return {
    rows,
    nextCursor: found.length > limit && last ? cursorOf(last, asOf) : null,
    total: null,
    freshness: { asOf: (await findRound(workspaceId))?.lookedAt ?? asOf, source: "mirror" },
  };
}

const cursorOf = ({ isOver, raisedAt, id }: PlacedAlert, asOf: Date): string =>
  printCursor([BigInt(asOf.getTime()), isOver ? 1 : 0, BigInt(raisedAt.getTime()), id]);

function readPlace(cursor: string | undefined) {
  const place = readCursor(cursor, ["bigint", "number", "bigint", "string"]);
  if (place === null) return null;
  const [asOf, isOver, raisedAt, id] = place;
  return { asOf: new Date(Number(asOf)), isOver: isOver === 1, raisedAt: new Date(Number(raisedAt)), id };
}

/** For the pre-flight of everything that sends. */
export const alertCheck = async (workspaceId: string, assetUuid: string): Promise<Check> =>
  check("no-alert", (await findBlockingAlert(workspaceId, assetUuid)) === null, watchText.remedy);

/** Looks at every asset without waiting for the worker. @throws AppError CONFLICT while somebody else looks */
export async function lookAtTreasury(actor: Actor): Promise<void> {
  await authorize(actor, "treasury:watch");
  await audited(actor, { action: "treasury.looked" }, async () => {
    if (!(await lookNow(actor.workspaceId))) throw new AppError("CONFLICT", watchText.busy);
  });
}

/**
 * Lets operations go on although the cause of an alert is still there.
 * @throws AppError INVALID_INPUT without a reason, NOT_FOUND, CONFLICT when the alert is not open any more
 */
export async function acknowledge(actor: Actor, input: { alertId: string; reason: string }): Promise<void> {
  await authorize(actor, "treasury:watch");
  const reason = input.reason.trim();
  refuse("reason", reason.length < MIN_REASON, watchText.acknowledge.tooShort);
  const alert = await findAlert(actor.workspaceId, input.alertId);
  if (!alert) throw new AppError("NOT_FOUND", watchText.noAlert);
  const { kind, subject, assetUuid } = alert;
  const detail = { alert: alert.id, kind, output: subject, explanation: reason };
  await audited(actor, { action: "treasury.alert-acknowledged", assetUuid, detail }, async () => {
    if (!(await acknowledgeAlert(alert.id, actor.personName, reason))) {
      throw new AppError("CONFLICT", watchText.notOpen);
    }
  });
}
