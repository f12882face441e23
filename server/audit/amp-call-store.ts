import { and, desc, eq, gte, ilike, inArray, isNull, lt, not, or, type SQL, sql } from "drizzle-orm";
import type { AmpCallDetail, AmpCallRow, AnswerForm } from "@/lib/domain/amp-call";
import { db } from "@/server/db/client";
import { ampCalls } from "@/server/db/schema/audit";
import { containing } from "./containing";

export type NewAmpCall = typeof ampCalls.$inferInsert;

export async function insertAmpCalls(calls: NewAmpCall[]): Promise<void> {
  if (calls.length > 0) await db().insert(ampCalls).values(calls);
}

export interface AmpCallWhere {
  /** Calls older than this one. */
  before: bigint | null;
  limit: number;
  /** A part of the path, of a name, of an endpoint's, of an id or of AMP's words. */
  text?: string | undefined;
  method?: string | undefined;
  /** "4xx", or "0" for no answer. */
  status?: string | undefined;
  endpoint?: string | undefined;
  personName?: string | undefined;
  /** Those that change something at AMP, or the others. */
  change?: { isIt: boolean; endpoints: readonly string[] } | undefined;
  requestId?: string | undefined;
  /** From this moment … */
  from?: Date | undefined;
  /** … until before this one. */
  until?: Date | undefined;
}

const LISTED = {
  id: ampCalls.id,
  at: ampCalls.at,
  method: ampCalls.method,
  path: ampCalls.path,
  query: ampCalls.query,
  endpoint: ampCalls.endpoint,
  status: ampCalls.status,
  durationMs: ampCalls.durationMs,
  answerBytes: ampCalls.answerBytes,
  refusal: ampCalls.refusal,
  personName: ampCalls.personName,
  operationId: ampCalls.operationId,
  requestId: ampCalls.requestId,
};

/** Newest first, `limit` + 1 rows at most, so that the caller sees whether there is more. */
export async function readAmpCalls(workspaceId: string, where: AmpCallWhere): Promise<AmpCallRow[]> {
  const { before, limit, text, method, status, endpoint, personName, change, requestId, from, until } = where;
  const rows = await db()
    .select(LISTED)
    .from(ampCalls)
    .where(
      and(
        eq(ampCalls.workspaceId, workspaceId),
        before === null ? undefined : lt(ampCalls.id, before),
        method === undefined ? undefined : eq(ampCalls.method, method),
        endpoint === undefined ? undefined : eq(ampCalls.endpoint, endpoint),
        personName === undefined ? undefined : eq(ampCalls.personName, personName),
        change === undefined ? undefined : withChange(change),
        requestId === undefined ? undefined : eq(ampCalls.requestId, requestId),
        from === undefined ? undefined : gte(ampCalls.at, from),
        until === undefined ? undefined : lt(ampCalls.at, until),
        status === undefined ? undefined : withStatus(status),
        text === undefined ? undefined : withText(text),
      ),
    )
    .orderBy(desc(ampCalls.id))
    .limit(limit + 1);
  return rows.map((row) => ({ ...row, query: row.query as Record<string, string> }));
}

function withStatus(status: string) {
  if (status === "0") return isNull(ampCalls.status);
  const first = Number(status[0]) * 100;
  return and(gte(ampCalls.status, first), lt(ampCalls.status, first + 100));
}

/** Of a path that is in no contract the method tells. */
function withChange({ isIt, endpoints }: { isIt: boolean; endpoints: readonly string[] }): SQL {
  const named = sql`coalesce(${inArray(ampCalls.endpoint, [...endpoints])}, ${ampCalls.method} <> 'GET')`;
  return isIt ? named : not(named);
}

function withText(text: string) {
  const pattern = containing(text);
  return or(
    ilike(ampCalls.path, pattern),
    ilike(ampCalls.personName, pattern),
    ilike(ampCalls.endpoint, pattern),
    ilike(ampCalls.requestId, pattern),
    ilike(ampCalls.refusal, pattern),
    ilike(sql`${ampCalls.operationId}::text`, pattern),
  );
}

export async function findAmpCall(workspaceId: string, id: bigint): Promise<AmpCallDetail | null> {
  const [row] = await db()
    .select({ ...LISTED, body: ampCalls.body, bodyBytes: ampCalls.bodyBytes, answer: ampCalls.answer })
    .from(ampCalls)
    .where(and(eq(ampCalls.workspaceId, workspaceId), eq(ampCalls.id, id)));
  if (!row) return null;
  return { ...row, query: row.query as Record<string, string>, answer: row.answer as AnswerForm | null };
}

/** Deletes at most `limit` calls that are older. @returns how many */
export async function deleteAmpCalls(olderThan: Date, limit: number): Promise<number> {
  const old = db().select({ id: ampCalls.id }).from(ampCalls).where(lt(ampCalls.at, olderThan)).limit(limit);
  const { rowCount } = await db().delete(ampCalls).where(inArray(ampCalls.id, old));
  return rowCount ?? 0;
}
