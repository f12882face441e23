import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { Actor } from "@/lib/domain/actor";
import type { AuditOutcome } from "@/lib/domain/audit";
import { db } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit";
import { now } from "@/server/platform/clock";

export interface AuditEntry {
  id: bigint;
  at: Date;
  personName: string;
  requestId: string;
  action: string;
  outcome: AuditOutcome;
  assetUuid: string | null;
  detail: Record<string, unknown>;
}

/** Adds one line to the audit log. `detail` holds ids and amounts; amounts are written as strings. */
export async function writeAudit(
  actor: Pick<Actor, "workspaceId" | "personName">,
  entry: Pick<AuditEntry, "requestId" | "action" | "outcome"> & {
    assetUuid?: string | null;
    detail?: Record<string, unknown>;
  },
): Promise<void> {
  await db()
    .insert(auditEntries)
    .values({
      workspaceId: actor.workspaceId,
      personName: actor.personName,
      at: now(),
      requestId: entry.requestId,
      action: entry.action,
      outcome: entry.outcome,
      assetUuid: entry.assetUuid ?? null,
      detail: plain(entry.detail ?? {}),
    });
}

export interface AuditWhere {
  /** Entries older than this one. */
  before: bigint | null;
  limit: number;
  outcome?: string | undefined;
  /** The part of the action before the dot. */
  kind?: string | undefined;
}

/** Newest first, `limit` + 1 rows at most, so that the caller sees whether there is more. */
export async function readAudit(
  workspaceId: string,
  { before, limit, outcome, kind }: AuditWhere,
): Promise<AuditEntry[]> {
  const rows = await db()
    .select()
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.workspaceId, workspaceId),
        before === null ? undefined : lt(auditEntries.id, before),
        outcome === undefined ? undefined : eq(auditEntries.outcome, outcome),
        kind === undefined ? undefined : eq(sql`split_part(${auditEntries.action}, '.', 1)`, kind),
      ),
    )
    .orderBy(desc(auditEntries.id))
    .limit(limit + 1);
  return rows.map((row) => ({
    ...row,
    outcome: row.outcome as AuditOutcome,
    detail: row.detail as Record<string, unknown>,
  }));
}

const plain = (detail: Record<string, unknown>) =>
  JSON.parse(JSON.stringify(detail, (_, value) => (typeof value === "bigint" ? value.toString() : value)));
