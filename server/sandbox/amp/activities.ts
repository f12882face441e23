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

/** Height, then place: a stable order however rows are sorted. */
function order({ sortColumn = "blockheight", sortOrder = "asc" }: PageQuery): SQL[] {
  const column = COLUMNS.get(sortColumn);
  if (!column) throw invalid({ sortcolumn: [`"${sortColumn}" is not a column of an activity.`] });
  const direction = sortOrder === "asc" ? asc : desc;
  const { fromHeight, txid, vout } = trackedOutputs;
  return [direction(column), ...[fromHeight, txid, vout].map((part) => direction(part))];
}

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

function select(db: SandboxDb, asset: AssetRow, query: PageQuery) {
  const { heightStart, heightStop } = query;
  return db
    .select({ output: trackedOutputs, tx: trackedTransactions, user: registeredUsers })
    .from(trackedOutputs)
    .innerJoin(
      trackedTransactions,
      and(
        eq(trackedTransactions.assetUuid, trackedOutputs.assetUuid),
        eq(trackedTransactions.txid, trackedOutputs.txid),
      ),
    )
    .leftJoin(userGaids, and(eq(userGaids.gaid, trackedOutputs.gaid), eq(userGaids.issuerId, asset.issuerId)))
    .leftJoin(registeredUsers, eq(registeredUsers.id, userGaids.userId))
    .where(
      and(
        eq(trackedOutputs.assetUuid, asset.uuid),
        isNotNull(trackedOutputs.activity),
        // what waits in the mempool has no height yet and is no activity yet
        isNotNull(trackedOutputs.fromHeight),
        heightStart === undefined ? undefined : gte(trackedOutputs.fromHeight, heightStart),
        heightStop === undefined ? undefined : lte(trackedOutputs.fromHeight, heightStop),
      ),
    );
}

export const activityHandlers = {
  async listActivities({ unit, asset, query }) {
    const rows = select(unit.db, asset, query)
      .orderBy(...order(query))
      .offset(query.start ?? 0);
    const page = await (query.count === undefined ? rows : rows.limit(query.count));
    return page.map(({ output, tx, user }) => ({
      type: tx.kind,
      datetime: tx.blockTime ?? tx.receivedAt,
      description: descriptionOf(tx.kind, user?.name ?? output.gaid ?? "the treasury"),
      txid: output.txid,
      vout: output.vout,
      blockheight: tx.height ?? 0,
      assetBlinder: output.assetBlinder,
      amountBlinder: output.amountBlinder,
      registeredUser: user?.id ?? null,
      gaid: output.gaid,
      amount: output.amountSats,
    }));
  },
} satisfies Handlers;
