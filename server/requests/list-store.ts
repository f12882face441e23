import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { db } from "@/server/db/client";
import { portalRequests } from "@/server/db/schema/portal-requests";
import { inOrder } from "@/server/mirror/keyset";
import { isAlerted, isLapsed, type StoredRequest, toRequest } from "./store";

const table = portalRequests;

export const REQUEST_SORTS = { created: table.createdAt, decided: table.decidedAt } as const;
export type RequestSort = keyof typeof REQUEST_SORTS;

/** What a page ended with: its moment in ms since 1970, `NEVER` for none, and its id. */
export type RequestPlace = readonly [at: bigint, id: string];

const NEVER = -1n;

interface RequestFilter {
  /** Among wallets, GAIDs and ids: names are sealed. */
  q?: string | undefined;
  state?: string | undefined;
  /** "alert": one that nobody has answered; else what the identity service warns of. */
  kyc?: string | undefined;
}

function matching(workspaceIds: string[], { q, state, kyc }: RequestFilter): SQL | undefined {
  const needle = q?.trim().toLowerCase();
  const isFound = (text: SQL) => sql`strpos(lower(${text}), ${needle}) > 0`;
  return and(
    inArray(table.workspaceId, workspaceIds),
    needle
      ? sql`(${isFound(sql`${table.address}`)} or ${isFound(sql`${table.gaid}`)} or ${isFound(sql`${table.id}::text`)})`
      : undefined,
    state === undefined ? undefined : eq(table.state, state),
    kyc === undefined ? undefined : kyc === "alert" ? isAlerted : sql`${table.kycRiskLabels} <> '[]'`,
  );
}

/** Requests of these workspaces by when they came or were decided; what is not decided comes last in both directions. */
export async function selectRequests(
  workspaceIds: string[],
  filter: RequestFilter,
  page: { sort: RequestSort; isDown: boolean; after: RequestPlace | null; limit: number },
): Promise<{ request: StoredRequest; place: RequestPlace }[]> {
  const { sort, isDown, limit } = page;
  const column = REQUEST_SORTS[sort];
  const never = isDown ? sql`'-infinity'::timestamptz` : sql`'infinity'::timestamptz`;
  const value = sort === "created" ? sql`${column}` : sql`coalesce(${column}, ${never})`;
  const moment = (ms: bigint) => (ms === NEVER ? never : sql`to_timestamp(${ms}::numeric / 1000)`);
  const after = page.after && ([moment(page.after[0]), sql`${page.after[1]}::uuid`] as const);
  const { by, beyond } = inOrder(value, sql`${table.id}`, { isDown, after });
  const rows = await db()
    .select()
    .from(table)
    .where(and(matching(workspaceIds, filter), beyond))
    .orderBy(...by)
    .limit(limit);
  return rows.map((row) => {
    const at = sort === "created" ? row.createdAt : row.decidedAt;
    return { request: toRequest(row), place: [at === null ? NEVER : BigInt(at.getTime()), row.id] };
  });
}

export const countRequests = (workspaceIds: string[], filter: RequestFilter): Promise<number> =>
  db().$count(table, matching(workspaceIds, filter));

/** How many requests of other wallets name this GAID. */
export const countSameGaid = ({
  workspaceId,
  bound: { gaid },
  address,
}: Pick<StoredRequest, "workspaceId" | "bound" | "address">): Promise<number> =>
  db().$count(
    table,
    and(eq(table.workspaceId, workspaceId), eq(table.gaid, gaid), sql`${table.address} <> ${address}`),
  );

/** Approved people whose identity is good no more, and about whom nobody has decided; the latest alert first. */
export async function selectAlerted(workspaceIds: string[], limit: number): Promise<StoredRequest[]> {
  const rows = await db()
    .select()
    .from(table)
    .where(and(inArray(table.workspaceId, workspaceIds), isLapsed))
    .orderBy(sql`${table.kycAlertAt} desc nulls last`, sql`${table.id} desc`)
    .limit(limit);
  return rows.map(toRequest);
}
