import { and, asc, desc, eq, gte, isNotNull, lte, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Activity } from "@/lib/contracts/amp/activities";
import type { PageQuery } from "@/lib/contracts/amp/queries";
import { isoTime, sats } from "@/lib/contracts/wire";
import { registeredUsers, trackedOutputs, trackedTransactions, userGaids } from "../db/amp-tables";
import { isAnyOf } from "../db/any-of";
import type { SandboxDb } from "../db/client";
import type { Unit } from "../world";
import type { AssetRow } from "./asset-store";
import type { TransactionKind } from "./books";
import type { Handlers } from "./call";
import { invalid } from "./refusal";

const USER = sql`${userGaids.userId}`;

/** The keys of a row; a description begins with its type and ends with its holder. */
const COLUMNS = new Map<string, SQL>([
  ["type", sql`${trackedOutputs.activity}`],
  ["datetime", sql`${trackedOutputs.fromHeight}`],
  [
    "description",
    sql`${trackedOutputs.activity} || coalesce(${registeredUsers.name}, ${trackedOutputs.gaid}, '')`,
  ],
  ["txid", sql`${trackedOutputs.txid}`],
  ["vout", sql`${trackedOutputs.vout}`],
  ["blockheight", sql`${trackedOutputs.fromHeight}`],
  ["asset_blinder", sql`${trackedOutputs.assetBlinder}`],
  ["amount_blinder", sql`${trackedOutputs.amountBlinder}`],
  ["registered_user", USER],
  ["registered user", USER],
  ["investor", USER],
  ["GAID", sql`${trackedOutputs.gaid}`],
  ["amount", sql`${trackedOutputs.amountSats}`],
]);

/** Columns of a row's holder. */
const OF_HOLDER = new Set(["description", "registered_user", "registered user", "investor"]);

function descriptionOf(kind: TransactionKind, holder: string): string {
  switch (kind) {
    case "issuance":
      return "Issuance to the treasury";
    case "reissuance":
      return "Reissuance to the treasury";
    case "burn":
      return "Burn from the treasury";
    case "distribution":
      return `Distribution to ${holder}`;
    case "transfer":
      return `Transfer to ${holder}`;
  }
}

const isHolder = (asset: AssetRow) =>
  and(eq(userGaids.gaid, trackedOutputs.gaid), eq(userGaids.issuerId, asset.issuerId));

/**
 * Where the rows of the page are, before anything is joined to them: what comes before it is only counted, by an index
 * alone when heights sort. By height, then place, within equals: the order is stable however rows are sorted.
 */
function pageOf(db: SandboxDb, asset: AssetRow, query: PageQuery) {
  const { sortColumn = "blockheight", sortOrder = "asc", start = 0, count, heightStart, heightStop } = query;
  const column = COLUMNS.get(sortColumn);
  if (!column) throw invalid({ sortcolumn: [`"${sortColumn}" is not a column of an activity.`] });
  const direction = sortOrder === "asc" ? asc : desc;
  const { fromHeight, txid, vout } = trackedOutputs;
  const found = db
    .select({ txid, vout, fromHeight, sortedBy: column.as("sorted_by") })
    .from(trackedOutputs)
    .where(
      and(
        eq(trackedOutputs.assetUuid, asset.uuid),
        isNotNull(trackedOutputs.activity),
        // what waits in the mempool has no height yet and is no activity yet
        isNotNull(fromHeight),
        heightStart === undefined ? undefined : gte(fromHeight, heightStart),
        heightStop === undefined ? undefined : lte(fromHeight, heightStop),
      ),
    )
    .orderBy(...[column, fromHeight, txid, vout].map((part) => direction(part)))
    .offset(start)
    .$dynamic();
  if (OF_HOLDER.has(sortColumn))
    found
      .leftJoin(userGaids, isHolder(asset))
      .leftJoin(registeredUsers, eq(registeredUsers.id, userGaids.userId));
  const page = (count === undefined ? found : found.limit(count)).as("page");
  return {
    page,
    order: [page.sortedBy, page.fromHeight, page.txid, page.vout].map((part) => direction(part)),
  };
}

async function activitiesOf({ db }: Unit, asset: AssetRow, query: PageQuery): Promise<Activity[]> {
  const { page, order } = pageOf(db, asset, query);
  const rows = await db
    .select({
      txid: trackedOutputs.txid,
      vout: trackedOutputs.vout,
      assetBlinder: trackedOutputs.assetBlinder,
      amountBlinder: trackedOutputs.amountBlinder,
      gaid: trackedOutputs.gaid,
      amount: trackedOutputs.amountSats,
    })
    .from(page)
    .innerJoin(trackedOutputs, and(eq(trackedOutputs.txid, page.txid), eq(trackedOutputs.vout, page.vout)))
    .orderBy(...order);
  const transactions = await transactionsOf(db, asset, rows);
  const holders = await holdersOf(db, asset, rows);
  return rows.flatMap((row) => {
    const transaction = transactions.get(row.txid);
    if (!transaction) return [];
    const { kind, blockTime, receivedAt, height } = transaction;
    const holder = row.gaid === null ? undefined : holders.get(row.gaid);
    return {
      ...row,
      type: kind,
      datetime: blockTime ?? receivedAt,
      description: descriptionOf(kind, holder?.name ?? row.gaid ?? "the treasury"),
      blockheight: height ?? 0,
      registeredUser: holder?.id ?? null,
    };
  });
}

export const activityHandlers = {
  listActivities: ({ unit, asset, query }) => activitiesOf(unit, asset, query),
} satisfies Handlers;

/** The same in AMP's words: encoding a page by its schema takes longer than finding it. */
export async function printActivities(unit: Unit, asset: AssetRow, query: PageQuery): Promise<string> {
  const rows = await activitiesOf(unit, asset, query);
  return JSON.stringify(rows.map(toWire));
}

const toWire = (row: Activity) => ({
  type: row.type,
  datetime: z.encode(isoTime, row.datetime),
  description: row.description,
  txid: row.txid,
  vout: row.vout,
  blockheight: row.blockheight,
  asset_blinder: row.assetBlinder,
  amount_blinder: row.amountBlinder,
  registered_user: row.registeredUser,
  GAID: row.gaid,
  amount: z.encode(sats, row.amount),
  "registered user": row.registeredUser,
  investor: row.registeredUser,
});

/** Two lookups by key are planned and carried out faster than one query that joins everything to a page. */
async function transactionsOf(db: SandboxDb, asset: AssetRow, rows: { txid: string }[]) {
  const { txid, kind, receivedAt, blockTime, height } = trackedTransactions;
  const found = await db
    .select({ txid, kind, receivedAt, blockTime, height })
    .from(trackedTransactions)
    .where(
      and(
        eq(trackedTransactions.assetUuid, asset.uuid),
        isAnyOf(txid, [...new Set(rows.map((row) => row.txid))]),
      ),
    );
  return new Map(found.map((transaction) => [transaction.txid, transaction]));
}

async function holdersOf(db: SandboxDb, asset: AssetRow, rows: { gaid: string | null }[]) {
  const gaids = [...new Set(rows.flatMap(({ gaid }) => gaid ?? []))];
  const found = await db
    .select({ gaid: userGaids.gaid, id: registeredUsers.id, name: registeredUsers.name })
    .from(userGaids)
    .innerJoin(registeredUsers, eq(registeredUsers.id, userGaids.userId))
    .where(and(eq(userGaids.issuerId, asset.issuerId), isAnyOf(userGaids.gaid, gaids)));
  return new Map(found.map((holder) => [holder.gaid, holder]));
}
