import { and, desc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { Actor } from "@/lib/domain/actor";
import type { AuditOutcome } from "@/lib/domain/audit";
import { type Db, db } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit";
import { now } from "@/server/platform/clock";
import { currentContext } from "@/server/platform/request-context";

export interface AuditEntry {
  id: bigint;
  workspaceId: string;
  at: Date;
  personName: string;
  requestId: string;
  action: string;
  outcome: AuditOutcome;
  assetUuid: string | null;
  detail: Record<string, unknown>;
  remoteAddress: string | null;
  device: string | null;
}

export interface AuditLine extends Pick<AuditEntry, "requestId" | "action" | "outcome"> {
  assetUuid?: string | null;
  /** Ids and amounts; amounts are written as strings. */
  detail?: Record<string, unknown>;
}

/**
 * Adds one line to the audit log.
 * @param over the transaction that it belongs to
 */
export async function writeAudit(
  actor: Pick<Actor, "workspaceId" | "personName">,
  entry: AuditLine,
  over: Db = db(),
): Promise<void> {
  await over.insert(auditEntries).values({
    workspaceId: actor.workspaceId,
    personName: actor.personName,
    at: now(),
    requestId: entry.requestId,
    action: entry.action,
    outcome: entry.outcome,
    assetUuid: entry.assetUuid ?? null,
    detail: plain(entry.detail ?? {}),
    remoteAddress: currentContext()?.remoteAddress ?? null,
    device: currentContext()?.device ?? null,
  });
}

/** The newest of some actions that ended so, usually well, and whose detail holds this, e.g. `{ manager: 7 }`. */
export async function findLastAudit(
  workspaceId: string,
  actions: string[],
  detail: Record<string, string | number>,
  outcomes: AuditOutcome[] = ["ok"],
): Promise<AuditEntry | null> {
  const [row] = await db()
    .select()
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.workspaceId, workspaceId),
        inArray(auditEntries.action, actions),
        inArray(auditEntries.outcome, outcomes),
        sql`${auditEntries.detail} @> ${JSON.stringify(detail)}::jsonb`,
      ),
    )
    .orderBy(desc(auditEntries.id))
    .limit(1);
  return row ? toEntry(row) : null;
}

/**
 * Whether an action about no asset was written down since. By the index of assets, which leads to such entries of this
 * action alone: each guess at a password asks, and none may read the whole log.
 */
export async function isAuditedSince(workspaceId: string, action: string, since: Date): Promise<boolean> {
  const [row] = await db()
    .select({ id: auditEntries.id })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.workspaceId, workspaceId),
        isNull(auditEntries.assetUuid),
        eq(auditEntries.action, action),
        gt(auditEntries.at, since),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** The newest entry that ended well of each of some actions about an asset, and of each category among them. */
export async function lastAboutAsset(
  workspaceId: string,
  assetUuid: string,
  actions: readonly string[],
): Promise<AuditEntry[]> {
  const category = sql`${auditEntries.detail} ->> 'category'`;
  const rows = await db()
    .selectDistinctOn([auditEntries.action, category])
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.workspaceId, workspaceId),
        eq(auditEntries.assetUuid, assetUuid),
        inArray(auditEntries.action, [...actions]),
        eq(auditEntries.outcome, "ok"),
      ),
    )
    .orderBy(auditEntries.action, category, desc(auditEntries.id));
  return rows.map(toEntry);
}

export async function findAuditEntry(workspaceIds: string[], id: bigint): Promise<AuditEntry | null> {
  const [row] = await db()
    .select()
    .from(auditEntries)
    .where(and(inArray(auditEntries.workspaceId, workspaceIds), eq(auditEntries.id, id)));
  return row ? toEntry(row) : null;
}

export const toEntry = (row: typeof auditEntries.$inferSelect): AuditEntry => ({
  ...row,
  outcome: row.outcome as AuditOutcome,
  detail: row.detail as Record<string, unknown>,
});

const plain = (detail: Record<string, unknown>) =>
  JSON.parse(JSON.stringify(detail, (_, value) => (typeof value === "bigint" ? value.toString() : value)));
