import { and, asc, eq, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { now } from "@/server/platform/clock";
import { assignments, registeredUsers } from "../db/amp-tables";
import { isAnyOf } from "../db/any-of";
import type { SandboxDb } from "../db/client";
import type { AssetRow } from "./asset-store";
import { sumOf } from "./books";
import { requirementsOf, usersInAll } from "./category-store";
import type { UserRow } from "./registered-user-store";

export type AssignmentRow = typeof assignments.$inferSelect;

async function views(db: SandboxDb, condition: SQL | undefined) {
  const rows = await db
    .select({ row: assignments, gaid: registeredUsers.defaultGaid })
    .from(assignments)
    .leftJoin(registeredUsers, eq(registeredUsers.id, assignments.userId))
    .where(condition)
    .orderBy(asc(assignments.id));
  return rows.map(({ row, gaid }) => toView(row, gaid));
}

const toView = (row: AssignmentRow, defaultGaid: string | null) => ({
  id: row.id,
  registeredUser: row.userId,
  amount: row.amountSats,
  receivingAddress: row.receivingAddress,
  distributionUuid: row.distributionUuid,
  readyForDistribution: row.isReady,
  vestingDatetime: row.vestingAt,
  vestingTimestamp: row.vestingAt,
  hasVested: row.vestingAt === null || row.vestingAt <= now(),
  isDistributed: row.isDistributed,
  creator: row.creatorId,
  gaid: row.receivingGaid ?? defaultGaid,
});

export type AssignmentView = ReturnType<typeof toView>;

export async function insertAssignment(
  db: SandboxDb,
  user: UserRow,
  values: Omit<typeof assignments.$inferInsert, "userId">,
): Promise<AssignmentView> {
  const [row] = await db
    .insert(assignments)
    .values({ ...values, userId: user.id })
    .returning();
  return toView(row as AssignmentRow, user.defaultGaid);
}

export function viewAssignments(db: SandboxDb, assetUuid: string, isDistributed?: boolean) {
  const state = isDistributed === undefined ? undefined : eq(assignments.isDistributed, isDistributed);
  return views(db, and(eq(assignments.assetUuid, assetUuid), state));
}

export const viewUserAssignments = (db: SandboxDb, assetUuid: string, userId: number) =>
  views(db, and(eq(assignments.assetUuid, assetUuid), eq(assignments.userId, userId)));

export async function viewAssignment(db: SandboxDb, assetUuid: string, id: number) {
  const [view] = await views(db, and(eq(assignments.assetUuid, assetUuid), eq(assignments.id, id)));
  return view;
}

/** Sats assigned and not yet distributed. */
export async function openAssignedSats(db: SandboxDb, assetUuid: string): Promise<bigint> {
  const [row] = await db
    .select({ total: sumOf(assignments.amountSats) })
    .from(assignments)
    .where(and(eq(assignments.assetUuid, assetUuid), eq(assignments.isDistributed, false)));
  return row?.total ?? 0n;
}

/** What a distribution can take now: ready, vested, in no distribution, the user with a GAID and every category. */
export async function distributableAssignments(db: SandboxDb, asset: AssetRow) {
  const required = (await requirementsOf(db, [asset.uuid])).get(asset.uuid) ?? [];
  const isBound = asset.isRestricted && required.length > 0;
  return db
    .select({ id: assignments.id, amountSats: assignments.amountSats, gaid: registeredUsers.defaultGaid })
    .from(assignments)
    .innerJoin(registeredUsers, eq(registeredUsers.id, assignments.userId))
    .where(
      and(
        eq(assignments.assetUuid, asset.uuid),
        eq(assignments.isDistributed, false),
        eq(assignments.isReady, true),
        isNull(assignments.distributionUuid),
        or(isNull(assignments.vestingAt), lte(assignments.vestingAt, now())),
        sql`${registeredUsers.defaultGaid} is not null`,
        isBound ? sql`${assignments.userId} in ${usersInAll(required)}` : undefined,
      ),
    )
    .orderBy(asc(assignments.id));
}

export function assignmentsOfDistributions(db: SandboxDb, uuids: string[]): Promise<AssignmentRow[]> {
  if (uuids.length === 0) return Promise.resolve([]);
  return db
    .select()
    .from(assignments)
    .where(isAnyOf(assignments.distributionUuid, uuids))
    .orderBy(asc(assignments.id));
}

/** Notes for each assignment the output that paid it. */
export async function markDistributed(db: SandboxDb, paid: { id: number; vout: number }[]): Promise<void> {
  const ids = sql.param(paid.map(({ id }) => id));
  const vouts = sql.param(paid.map(({ vout }) => vout));
  await db.execute(sql`
    update ${assignments} set is_distributed = true, vout = paid.vout
    from unnest(${ids}::int[], ${vouts}::int[]) as paid (id, vout)
    where ${assignments.id} = paid.id`);
}

export async function changeAssignment(
  db: SandboxDb,
  id: number,
  values: Partial<AssignmentRow>,
): Promise<void> {
  await db.update(assignments).set(values).where(eq(assignments.id, id));
}
