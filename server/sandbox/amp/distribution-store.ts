import { and, asc, eq, isNotNull, isNull, type SQL } from "drizzle-orm";
import { distributions, trackedTransactions } from "../db/amp-tables";
import { isAnyOf } from "../db/any-of";
import type { SandboxDb } from "../db/client";
import { assignmentsOfDistributions } from "./assignment-store";
import { groupBy } from "./group";

export type DistributionRow = typeof distributions.$inferSelect;

export async function findDistribution(
  db: SandboxDb,
  assetUuid: string,
  uuid: string,
): Promise<DistributionRow | undefined> {
  const [row] = await db
    .select()
    .from(distributions)
    .where(and(eq(distributions.uuid, uuid), eq(distributions.assetUuid, assetUuid)));
  return row;
}

/** Distributions of the asset that wait for their confirm, oldest first. */
export async function openDistributionUuids(db: SandboxDb, assetUuid: string): Promise<string[]> {
  const open = await db
    .select({ uuid: distributions.uuid })
    .from(distributions)
    .where(and(eq(distributions.assetUuid, assetUuid), isNull(distributions.txid)))
    .orderBy(asc(distributions.sequence));
  return open.map(({ uuid }) => uuid);
}

/** Confirmed distributions as AMP shows them; pending ones are invisible. */
async function views(db: SandboxDb, condition: SQL | undefined) {
  const rows = await db
    .select({ row: distributions, height: trackedTransactions.height })
    .from(distributions)
    .innerJoin(
      trackedTransactions,
      and(
        eq(trackedTransactions.txid, distributions.txid),
        eq(trackedTransactions.assetUuid, distributions.assetUuid),
      ),
    )
    .where(and(condition, isNotNull(distributions.txid)))
    .orderBy(asc(distributions.sequence));
  const paid = groupBy(
    await assignmentsOfDistributions(
      db,
      rows.map(({ row }) => row.uuid),
    ),
    (assignment) => assignment.distributionUuid,
  );
  return rows.map(({ row, height }) => ({
    distributionUuid: row.uuid,
    distributionStatus: "CONFIRMED" as const,
    transactions: [
      {
        txid: row.txid as string,
        transactionStatus: "CONFIRMED" as const,
        includedBlockheight: height ?? 0,
        confirmedDatetime: row.confirmedAt as Date,
        assignments: (paid.get(row.uuid) ?? []).map(({ userId, amountSats, vout }) => ({
          registeredUser: userId,
          amount: amountSats,
          vout: vout ?? 0,
        })),
      },
    ],
  }));
}

export const viewDistributions = (db: SandboxDb, assetUuid: string) =>
  views(db, eq(distributions.assetUuid, assetUuid));

/** Those that paid the user, with the user's own rows alone. */
export async function viewUserDistributions(db: SandboxDb, uuids: string[], userId: number) {
  if (uuids.length === 0) return [];
  return (await views(db, isAnyOf(distributions.uuid, uuids))).map((distribution) => ({
    ...distribution,
    transactions: distribution.transactions.map((tx) => ({
      ...tx,
      assignments: tx.assignments.filter((assignment) => assignment.registeredUser === userId),
    })),
  }));
}

export async function viewDistribution(db: SandboxDb, uuid: string) {
  const [view] = await views(db, eq(distributions.uuid, uuid));
  return view;
}
