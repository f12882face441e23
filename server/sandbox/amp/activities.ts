import { and, asc, desc, eq, gte, isNotNull, lte, type SQL, sql } from "drizzle-orm";
import type { PageQuery } from "@/lib/contracts/amp/queries";
import { registeredUsers, trackedOutputs, trackedTransactions, userGaids } from "../db/amp-tables";
import type { SandboxDb } from "../db/client";
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

export const activityHandlers = {
  async listActivities({ unit, asset, query }) {
    const { page, order } = pageOf(unit.db, asset, query);
    const rows = await unit.db
      .select({
        type: trackedTransactions.kind,
        receivedAt: trackedTransactions.receivedAt,
        blockTime: trackedTransactions.blockTime,
        height: trackedTransactions.height,
        txid: trackedOutputs.txid,
        vout: trackedOutputs.vout,
        assetBlinder: trackedOutputs.assetBlinder,
        amountBlinder: trackedOutputs.amountBlinder,
        gaid: trackedOutputs.gaid,
        amount: trackedOutputs.amountSats,
        registeredUser: registeredUsers.id,
        name: registeredUsers.name,
      })
      .from(page)
      .innerJoin(trackedOutputs, and(eq(trackedOutputs.txid, page.txid), eq(trackedOutputs.vout, page.vout)))
      .innerJoin(
        trackedTransactions,
        and(eq(trackedTransactions.assetUuid, asset.uuid), eq(trackedTransactions.txid, page.txid)),
      )
      .leftJoin(userGaids, isHolder(asset))
      .leftJoin(registeredUsers, eq(registeredUsers.id, userGaids.userId))
      .orderBy(...order);
    return rows.map(({ receivedAt, blockTime, height, name, ...row }) => ({
      ...row,
      datetime: blockTime ?? receivedAt,
      description: descriptionOf(row.type, name ?? row.gaid ?? "the treasury"),
      blockheight: height ?? 0,
    }));
  },
} satisfies Handlers;
