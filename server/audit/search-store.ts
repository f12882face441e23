import { and, type Column, desc, eq, gte, ilike, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { db } from "@/server/db/client";
import { auditEntries, isRowOfJob } from "@/server/db/schema/audit";
import { containing } from "./containing";
import { type AuditEntry, toEntry } from "./store";

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
  /** What the text stands for elsewhere: actions by their words, assets, registered users and persons by their names. */
  meant?: Meant | undefined;
  assetUuid?: string | undefined;
  /** AMP's number of the registered user that it is about. */
  userId?: number | undefined;
  /** What a bulk change did with one user or assignment: without it, or nothing else. */
  rows?: "without" | "only" | undefined;
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
  people: string[];
}
const NOTHING: Meant = { actions: [], assets: [], users: [], people: [] };

/** What an entry of a workspace has to be. */
type Way = (workspaceId: string) => SQL | undefined;

/**
 * Newest first, `limit` + 1 rows at most, so that the caller sees whether there is more. Each way to a text has an index
 * of its own, so each is asked by itself.
 */
export async function readAudit(workspaceIds: readonly string[], where: AuditWhere): Promise<AuditEntry[]> {
  const { text, limit } = where;
  const filters = filtersOf(where);
  const select = (way: Way) => newestOf(workspaceIds, (id) => and(filters, way(id)), limit + 1);
  if (text === undefined) return (await select(() => undefined)).map(toEntry);
  const found = (await Promise.all(waysTo(text, where.meant ?? NOTHING).map(select))).flat();
  const once = [...new Map(found.map((row) => [row.id, row])).values()];
  return once
    .sort((a, b) => Number(b.id - a.id))
    .slice(0, limit + 1)
    .map(toEntry);
}

/** Each workspace by itself: the newest of several at once are in no index. */
async function newestOf(workspaceIds: readonly string[], way: Way, limit: number) {
  const newest = (workspaceId: string) =>
    db()
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.workspaceId, workspaceId), way(workspaceId)))
      .orderBy(desc(auditEntries.id))
      .limit(limit);
  const [first, second, ...others] = workspaceIds.map(newest);
  if (!first || !second) return first ?? [];
  return unionAll(first, second, ...others)
    .orderBy(desc(auditEntries.id))
    .limit(limit);
}

function filtersOf(where: AuditWhere): SQL | undefined {
  const { before, outcome, kind, action, assetUuid, userId, rows, personName, requestId, from, until } =
    where;
  return and(
    before === null ? undefined : lt(auditEntries.id, before),
    outcome === undefined ? undefined : eq(auditEntries.outcome, outcome),
    kind === undefined ? undefined : eq(sql`split_part(${auditEntries.action}, '.', 1)`, kind),
    action === undefined ? undefined : eq(auditEntries.action, action),
    assetUuid === undefined ? undefined : eq(auditEntries.assetUuid, assetUuid),
    userId === undefined ? undefined : eq(aboutUser, String(userId)),
    rows === undefined ? undefined : rows === "only" ? IS_ROW : IS_WHOLE,
    personName === undefined ? undefined : eq(auditEntries.personName, personName),
    requestId === undefined ? undefined : eq(auditEntries.requestId, requestId),
    from === undefined ? undefined : gte(auditEntries.at, from),
    until === undefined ? undefined : lt(auditEntries.at, until),
  );
}

const aboutUser = sql`${auditEntries.detail} ->> 'user'`;
const IS_ROW = isRowOfJob(auditEntries);
const IS_WHOLE = sql`not ${IS_ROW}`;

/** Rows of bulk changes, of which there can be hundreds of thousands, by whole names and ids; everything else by any part. */
function waysTo(text: string, { actions, assets, users, people }: Meant): Way[] {
  const among = (column: Column, values: string[]): Way[] =>
    values.length > 0 ? [() => and(IS_ROW, inArray(column, values))] : [];
  const about = [{ job: text }, { gaid: text }, ...(isNumber(text) ? [{ assignment: Number(text) }] : [])];
  return [
    () => and(IS_WHOLE, withText(text, { actions, assets, users, people })),
    () => and(IS_ROW, eq(auditEntries.requestId, text)),
    () =>
      and(IS_ROW, or(...about.map((one) => sql`${auditEntries.detail} @> ${JSON.stringify(one)}::jsonb`))),
    ...(users.length > 0 ? [(id: string) => and(IS_ROW, ofUsers(id, users))] : []),
    ...among(auditEntries.action, actions),
    ...among(auditEntries.assetUuid, assets),
    ...among(auditEntries.personName, people),
  ];
}

/** As one value: a short word stands in the names of more users than a statement takes values. */
const isAboutOneOf = (users: number[]): SQL =>
  sql`${aboutUser} = any(${sql.param(users.map(String))}::text[])`;

/** As a list of entries that are few: PostgreSQL would guess them to be many, and read all others in their order. */
const ofUsers = (workspaceId: string, users: number[]): SQL =>
  sql`${auditEntries.id} = any(array(${db()
    .select({ id: auditEntries.id })
    .from(auditEntries)
    .where(and(eq(auditEntries.workspaceId, workspaceId), isAboutOneOf(users)))}))`;

const isNumber = (text: string): boolean => /^\d{1,9}$/.test(text);

function withText(text: string, { actions, assets, users }: Meant) {
  const pattern = containing(text);
  return or(
    inArray(auditEntries.action, actions),
    inArray(auditEntries.assetUuid, assets),
    isAboutOneOf(users),
    ilike(auditEntries.action, pattern),
    ilike(auditEntries.personName, pattern),
    ilike(auditEntries.requestId, pattern),
    ilike(auditEntries.remoteAddress, pattern),
    ilike(auditEntries.device, pattern),
    ilike(sql`${auditEntries.assetUuid}::text`, pattern),
    ilike(sql`${auditEntries.detail}::text`, pattern),
  );
}
