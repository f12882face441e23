import { and, desc, eq, gt, gte, ilike, inArray, isNull, lt, or, sql } from "drizzle-orm";
import type { Actor } from "@/lib/domain/actor";
import type { AuditOutcome } from "@/lib/domain/audit";
import { type Db, db } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit";
import { now } from "@/server/platform/clock";
import { currentContext } from "@/server/platform/request-context";
import { containing } from "./containing";

export interface AuditEntry {
  id: bigint;
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

export interface AuditWhere {
  /** Entries older than this one. */
  before: bigint | null;
  limit: number;
  outcome?: string | undefined;
  /** The part of the action before the dot. */
  kind?: string | undefined;
  action?: string | undefined;
  /** A part of a name, an action, an id or what an entry is about. */
  text?: string | undefined;
  /** What the text stands for elsewhere: actions by their words, assets and registered users by their names. */
  meant?: Meant | undefined;
  assetUuid?: string | undefined;
  personName?: string | undefined;
  requestId?: string | undefined;
  /** From this moment … */
  from?: Date | undefined;
  /** … until before this one. */
  until?: Date | undefined;
}

interface Meant {
  actions: string[];
  assets: string[];
  users: number[];
}
const NOTHING: Meant = { actions: [], assets: [], users: [] };

/** Newest first, `limit` + 1 rows at most, so that the caller sees whether there is more. */
export async function readAudit(
  workspaceId: string,
  {
    before,
    limit,
    outcome,
    kind,
    action,
    text,
    meant = NOTHING,
    assetUuid,
    personName,
    requestId,
    from,
    until,
  }: AuditWhere,
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
        action === undefined ? undefined : eq(auditEntries.action, action),
        assetUuid === undefined ? undefined : eq(auditEntries.assetUuid, assetUuid),
        personName === undefined ? undefined : eq(auditEntries.personName, personName),
        requestId === undefined ? undefined : eq(auditEntries.requestId, requestId),
        from === undefined ? undefined : gte(auditEntries.at, from),
        until === undefined ? undefined : lt(auditEntries.at, until),
        text === undefined ? undefined : withText(text, meant),
      ),
    )
    .orderBy(desc(auditEntries.id))
    .limit(limit + 1);
  return rows.map(toEntry);
}

function withText(text: string, { actions, assets, users }: Meant) {
  const pattern = containing(text);
  return or(
    inArray(auditEntries.action, actions),
    inArray(auditEntries.assetUuid, assets),
    inArray(sql`${auditEntries.detail} ->> 'user'`, users.map(String)),
    ilike(auditEntries.action, pattern),
    ilike(auditEntries.personName, pattern),
    ilike(auditEntries.requestId, pattern),
    ilike(auditEntries.remoteAddress, pattern),
    ilike(auditEntries.device, pattern),
    ilike(sql`${auditEntries.assetUuid}::text`, pattern),
    ilike(sql`${auditEntries.detail}::text`, pattern),
  );
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

export async function findAuditEntry(workspaceId: string, id: bigint): Promise<AuditEntry | null> {
  const [row] = await db()
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.workspaceId, workspaceId), eq(auditEntries.id, id)));
  return row ? toEntry(row) : null;
}

const toEntry = (row: typeof auditEntries.$inferSelect): AuditEntry => ({
  ...row,
  outcome: row.outcome as AuditOutcome,
  detail: row.detail as Record<string, unknown>,
});

const plain = (detail: Record<string, unknown>) =>
  JSON.parse(JSON.stringify(detail, (_, value) => (typeof value === "bigint" ? value.toString() : value)));
