import { and, asc, desc, eq, gte, isNotNull, lte, type SQL, sql } from "drizzle-orm";
import type { PageQuery } from "@/lib/contracts/amp/queries";
import { trackedOutputs, trackedTransactions, userGaids } from "../db/amp-tables";
import { isAnyOf } from "../db/any-of";
import type { SandboxDb } from "../db/client";
import type { AssetRow } from "./asset-store";
import { invalid } from "./refusal";

export type TransactionRow = typeof trackedTransactions.$inferSelect;

/** The keys of a row that can be put in an order; inputs and outputs are lists. */
const COLUMNS = new Map<string, SQL>([
  ["txid", sql`${trackedTransactions.txid}`],
  ["datetime", sql`${trackedTransactions.height}`],
  ["blockheight", sql`${trackedTransactions.height}`],
  ["is_issuance", sql`${trackedTransactions.kind} = 'issuance'`],
  ["is_reissuance", sql`${trackedTransactions.kind} = 'reissuance'`],
  ["is_distribution", sql`${trackedTransactions.kind} = 'distribution'`],
  ["unblinded_url", sql`${trackedTransactions.txid}`],
]);

/** Oldest first unless told otherwise: clients take element 0 for the issuance. */
function order({ sortColumn = "blockheight", sortOrder = "asc" }: PageQuery): SQL[] {
  const column = COLUMNS.get(sortColumn);
  if (!column) throw invalid({ sortcolumn: [`"${sortColumn}" is not a column of a transaction.`] });
  const direction = sortOrder === "asc" ? asc : desc;
  return [direction(column), direction(trackedTransactions.sequence)];
}

export async function pageOfTransactions(
  db: SandboxDb,
  assetUuid: string,
  query: PageQuery,
): Promise<TransactionRow[]> {
  const { heightStart, heightStop } = query;
  const rows = db
    .select()
    .from(trackedTransactions)
    .where(
      and(
        eq(trackedTransactions.assetUuid, assetUuid),
        isNotNull(trackedTransactions.height),
        heightStart === undefined ? undefined : gte(trackedTransactions.height, heightStart),
        heightStop === undefined ? undefined : lte(trackedTransactions.height, heightStop),
      ),
    )
    .orderBy(...order(query))
    .offset(query.start ?? 0);
  return query.count === undefined ? rows : rows.limit(query.count);
}

export async function findTransaction(
  db: SandboxDb,
  assetUuid: string,
  txid: string,
): Promise<TransactionRow | undefined> {
  const [row] = await db
    .select()
    .from(trackedTransactions)
    .where(
      and(
        eq(trackedTransactions.assetUuid, assetUuid),
        eq(trackedTransactions.txid, txid),
        isNotNull(trackedTransactions.height),
      ),
    );
  return row;
}

export type OutputWithUser = { output: typeof trackedOutputs.$inferSelect; userId: number | null };

/** The outputs these transactions made, or the ones they spent, with the users behind their GAIDs. */
export function outputsOfTransactions(
  db: SandboxDb,
  asset: AssetRow,
  side: "made" | "spent",
  txids: string[],
): Promise<OutputWithUser[]> {
  if (txids.length === 0) return Promise.resolve([]);
  const column = side === "made" ? trackedOutputs.txid : trackedOutputs.spentTxid;
  const place = side === "made" ? trackedOutputs.vout : trackedOutputs.spentVin;
  return db
    .select({ output: trackedOutputs, userId: userGaids.userId })
    .from(trackedOutputs)
    .leftJoin(userGaids, and(eq(userGaids.gaid, trackedOutputs.gaid), eq(userGaids.issuerId, asset.issuerId)))
    .where(and(isAnyOf(column, txids), eq(trackedOutputs.assetUuid, asset.uuid)))
    .orderBy(column, place);
}
