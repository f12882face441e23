import { randomUUID } from "node:crypto";
import { and, desc, eq, gte, inArray, isNotNull, lt, ne, notInArray, sql } from "drizzle-orm";
import {
  type AlertKind,
  type AlertState,
  BLOCKING_ALERTS,
  type Finding,
  isBlocking,
  isOfBooks,
  type UnwatchedReason,
  type WatchAlert,
  type WatchedAsset,
  type WatchFigures,
} from "@/lib/domain/watch";
import { decodeJson, encodeJson } from "@/lib/json";
import { type Db, db, transaction } from "@/server/db/client";
import { watchAlerts, watchAssets, watchRounds } from "@/server/db/schema/watch";
import { now } from "@/server/platform/clock";
import { said } from "@/server/platform/stored-words";

/** Good looks in a row without the cause after which an alert closes by itself. */
const CLOSES_AFTER = 2;

type AlertRow = typeof watchAlerts.$inferSelect;
export const toAlert = ({ workspaceId, misses, ...row }: AlertRow): WatchAlert => ({
  ...row,
  kind: row.kind as AlertKind,
  state: row.state as AlertState,
});

type AssetKey = Pick<WatchedAsset, "assetUuid" | "name" | "ticker" | "precision">;

export interface GoodLook {
  figures: WatchFigures;
  findings: Finding[];
  /** Where the reissuance token is or was. */
  tokens: string[];
  /** Its issuance is deep enough for it to be authorised, and it is not. */
  isAuthorizable: boolean;
  /** False: AMP alone was asked, so that what a wallet has to tell stays as it was. */
  sawWallet: boolean;
}

/** One good look: its figures, new alerts, and those whose cause is gone. */
export const saveLook = (workspaceId: string, asset: AssetKey, look: GoodLook): Promise<void> =>
  transaction(async (tx) => {
    const seen = {
      ...asset,
      lookedAt: now(),
      goodAt: now(),
      problem: null,
      figures: encodeJson(look.figures),
      tokens: encodeJson(look.tokens),
      missed: 0,
      authorizableSince: look.isAuthorizable ? now() : null,
    };
    const since = sql`coalesce(${watchAssets.authorizableSince}, excluded.authorizable_since)`;
    await tx
      .insert(watchAssets)
      .values({ workspaceId, ...seen })
      .onConflictDoUpdate({
        target: [watchAssets.workspaceId, watchAssets.assetUuid],
        set: look.isAuthorizable ? { ...seen, authorizableSince: since } : seen,
      });
    await settleAlerts(tx, workspaceId, asset, look);
  });

async function settleAlerts(tx: Db, workspaceId: string, asset: AssetKey, { findings, sawWallet }: GoodLook) {
  const known = await tx
    .select()
    .from(watchAlerts)
    .where(and(ofAsset(workspaceId, asset.assetUuid), ne(watchAlerts.state, "closed")))
    .for("update");
  for (const finding of findings) {
    const before = known.find(({ subject }) => subject === finding.subject);
    const { kind, txid, operationId, isToken } = finding;
    if (before) {
      // What was acknowledged as less than it has become is open again.
      const isWorse = isBlocking(kind) && !isBlocking(before.kind as AlertKind);
      const told = { kind, txid, operationId, isToken, seenAt: now(), misses: 0 };
      await tx
        .update(watchAlerts)
        .set(isWorse ? { ...told, state: "open" } : told)
        .where(eq(watchAlerts.id, before.id));
      continue;
    }
    const alert = { ...finding, workspaceId, assetUuid: asset.assetUuid, assetName: asset.name };
    await tx
      .insert(watchAlerts)
      .values({ ...alert, id: randomUUID(), state: "open", raisedAt: now(), seenAt: now() });
  }
  for (const alert of known) {
    if (findings.some(({ subject }) => subject === alert.subject)) continue;
    if (!sawWallet && !isOfBooks(alert.kind as AlertKind)) continue;
    const misses = alert.misses + 1;
    const isOver = misses >= CLOSES_AFTER;
    await tx
      .update(watchAlerts)
      .set({ misses, ...(isOver ? { state: "closed", closedAt: now() } : {}) })
      .where(eq(watchAlerts.id, alert.id));
  }
}

/** A look that could not see everything: alerts and the last good figures stay as they are. */
export async function saveNoLook(workspaceId: string, asset: AssetKey, problem: string): Promise<void> {
  const seen = { ...asset, lookedAt: now(), problem, missed: 0 };
  await db()
    .insert(watchAssets)
    .values({ workspaceId, ...seen, tokens: encodeJson([]) })
    .onConflictDoUpdate({ target: [watchAssets.workspaceId, watchAssets.assetUuid], set: seen });
}

/**
 * The end of a round. With a problem nothing was concluded about any asset that had no look of its own.
 * @param isFeeLow whether the wallet has little L-BTC; null: not seen, so what was known stays
 */
export async function saveRound(
  workspaceId: string,
  {
    problem,
    reason = null,
    isFeeLow,
  }: { problem: string | null; reason?: UnwatchedReason | null; isFeeLow: boolean | null },
): Promise<void> {
  const before = await findRound(workspaceId);
  const seen = {
    lookedAt: now(),
    problem,
    reason,
    ...(problem === null ? { goodAt: now() } : {}),
    ...(isFeeLow === null ? {} : { lowFeeSince: isFeeLow ? (before?.lowFeeSince ?? now()) : null }),
  };
  await db()
    .insert(watchRounds)
    .values({ workspaceId, ...seen })
    .onConflictDoUpdate({ target: watchRounds.workspaceId, set: seen });
}

/** Complete rounds without it after which an asset's memory goes. */
const FORGOTTEN_AFTER = 10;

/**
 * Assets that AMP does not list are hidden; their alerts stay until a person has seen them. Where a token was is
 * remembered for several rounds more: one odd answer of AMP must not make its move invisible.
 */
export const missAssets = (workspaceId: string, listed: string[]): Promise<void> =>
  transaction(async (tx) => {
    const unlisted = and(
      eq(watchAssets.workspaceId, workspaceId),
      listed.length === 0 ? undefined : notInArray(watchAssets.assetUuid, listed),
    );
    const missed = sql`${watchAssets.missed} + 1`;
    await tx.update(watchAssets).set({ missed }).where(unlisted);
    await tx.delete(watchAssets).where(and(unlisted, gte(watchAssets.missed, FORGOTTEN_AFTER)));
  });

export async function findRound(workspaceId: string) {
  const [row] = await db().select().from(watchRounds).where(eq(watchRounds.workspaceId, workspaceId));
  if (!row) return null;
  return { ...row, problem: said(row.problem), reason: row.reason as UnwatchedReason | null };
}

/** When each workspace was looked at last. */
export async function lastLooks(): Promise<Map<string, Date>> {
  const { workspaceId, lookedAt } = watchRounds;
  const rows = await db().select({ workspaceId, lookedAt }).from(watchRounds);
  return new Map(rows.map((row) => [row.workspaceId, row.lookedAt]));
}

export async function listWatched(workspaceId: string): Promise<WatchedAsset[]> {
  const rows = await db()
    .select()
    .from(watchAssets)
    .where(and(eq(watchAssets.workspaceId, workspaceId), eq(watchAssets.missed, 0)))
    .orderBy(watchAssets.name, watchAssets.assetUuid);
  return rows.map(({ assetUuid, name, ticker, precision, lookedAt, goodAt, problem, figures }) => ({
    ...{ assetUuid, name, ticker, precision, lookedAt, goodAt, problem: said(problem) },
    figures: figures === null ? null : (decodeJson(figures) as WatchFigures),
  }));
}

/** Assets that could have been authorised before `before` and are not. */
export const authorizableAssets = (workspaceId: string, before: Date) =>
  db()
    .select({
      assetUuid: watchAssets.assetUuid,
      name: watchAssets.name,
      since: sql`${watchAssets.authorizableSince}`.mapWith(watchAssets.lookedAt),
    })
    .from(watchAssets)
    .where(
      and(
        eq(watchAssets.workspaceId, workspaceId),
        eq(watchAssets.missed, 0),
        lt(watchAssets.authorizableSince, before),
      ),
    );

/** Where the wallet held the asset's reissuance token at the last good look. */
export async function knownTokens(workspaceId: string, assetUuid: string): Promise<string[]> {
  const [row] = await db()
    .select({ tokens: watchAssets.tokens })
    .from(watchAssets)
    .where(and(eq(watchAssets.workspaceId, workspaceId), eq(watchAssets.assetUuid, assetUuid)));
  return row ? (decodeJson(row.tokens) as string[]) : [];
}

/** Newest first. */
export async function listAlerts(
  workspaceId: string,
  where: { states: AlertState[]; limit: number; assetUuid?: string },
): Promise<WatchAlert[]> {
  const { assetUuid, states } = where;
  const among =
    assetUuid === undefined ? eq(watchAlerts.workspaceId, workspaceId) : ofAsset(workspaceId, assetUuid);
  const rows = await db()
    .select()
    .from(watchAlerts)
    .where(and(among, inArray(watchAlerts.state, states)))
    .orderBy(desc(watchAlerts.raisedAt), watchAlerts.id)
    .limit(where.limit);
  return rows.map(toAlert);
}

/** The oldest open alert that stops operations of the asset; null when none does. */
export async function findBlockingAlert(workspaceId: string, assetUuid: string): Promise<WatchAlert | null> {
  const [row] = await db()
    .select()
    .from(watchAlerts)
    .where(
      and(
        ofAsset(workspaceId, assetUuid),
        eq(watchAlerts.state, "open"),
        inArray(watchAlerts.kind, [...BLOCKING_ALERTS]),
      ),
    )
    .orderBy(watchAlerts.raisedAt)
    .limit(1);
  return row ? toAlert(row) : null;
}

/**
 * Operations by the transactions that alerts name, open or acknowledged: those stay in sight, whatever their age, until
 * the cause itself is gone.
 */
export async function operationsInQuestion(
  workspaceId: string,
  assetUuid: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db()
    .select({ subject: watchAlerts.subject, operationId: watchAlerts.operationId })
    .from(watchAlerts)
    .where(and(ofAsset(workspaceId, assetUuid), ne(watchAlerts.state, "closed")));
  return new Map(
    rows.flatMap(({ subject, operationId }) =>
      operationId === null ? [] : [[subject, operationId] as const],
    ),
  );
}

/** Assets with an alert that is not closed, and those that wait to be authorised. */
export async function assetsInQuestion(workspaceId: string): Promise<Set<string>> {
  const alerted = db()
    .select({ assetUuid: watchAlerts.assetUuid })
    .from(watchAlerts)
    .where(and(eq(watchAlerts.workspaceId, workspaceId), ne(watchAlerts.state, "closed")));
  const waiting = db()
    .select({ assetUuid: watchAssets.assetUuid })
    .from(watchAssets)
    .where(and(eq(watchAssets.workspaceId, workspaceId), isNotNull(watchAssets.authorizableSince)));
  return new Set((await alerted.union(waiting)).map(({ assetUuid }) => assetUuid));
}

export async function findAlert(workspaceId: string, alertId: string): Promise<WatchAlert | null> {
  const [row] = await db()
    .select()
    .from(watchAlerts)
    .where(and(eq(watchAlerts.workspaceId, workspaceId), eq(watchAlerts.id, alertId)));
  return row ? toAlert(row) : null;
}

/** @returns false when it is not open any more */
export async function acknowledgeAlert(alertId: string, by: string, reason: string): Promise<boolean> {
  const changed = await db()
    .update(watchAlerts)
    .set({ state: "acknowledged", acknowledgedBy: by, reason })
    .where(and(eq(watchAlerts.id, alertId), eq(watchAlerts.state, "open")))
    .returning({ id: watchAlerts.id });
  return changed.length > 0;
}

const ofAsset = (workspaceId: string, assetUuid: string) =>
  and(eq(watchAlerts.workspaceId, workspaceId), eq(watchAlerts.assetUuid, assetUuid));
