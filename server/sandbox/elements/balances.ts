import { and, eq, sql } from "drizzle-orm";
import type { SandboxDb } from "../db/client";
import { outputs, transactions } from "../db/ledger-tables";
import { chainTip } from "../ledger/blocks";
import { walletOwner } from "../ledger/keyring";
import { isDeepEnough, isTrusted, isUnspent, ofWallet } from "./wallet-outputs";

export interface WalletBalances {
  /** What the wallet may spend now, locked coins included; asset id → sats. */
  trusted: Map<string, bigint>;
  /** What others sent and no block has yet. */
  pending: Map<string, bigint>;
}

/** The wallet's sats per asset id, added up in the database; `watched` adds scripts whose keys it does not have. */
export async function balancesOf(
  db: SandboxDb,
  wallet: string,
  { minConfirmations = 0, which = "own" as Parameters<typeof ofWallet>[2] } = {},
): Promise<WalletBalances> {
  const owner = walletOwner(wallet);
  const { height } = await chainTip(db);
  const rows = await db
    .select({
      assetId: outputs.assetId,
      isTrusted: sql<boolean>`${isTrusted(owner)}`.as("trusted"),
      sats: sql`sum(${outputs.amountSats})`.mapWith(BigInt),
    })
    .from(outputs)
    .innerJoin(transactions, eq(transactions.txid, outputs.txid))
    .where(and(await ofWallet(db, owner, which), isUnspent, isDeepEnough(height, minConfirmations)))
    .groupBy(outputs.assetId, sql`trusted`);
  const sums = (isWanted: boolean) =>
    new Map(rows.filter((row) => row.isTrusted === isWanted).map(({ assetId, sats }) => [assetId, sats]));
  return { trusted: sums(true), pending: sums(false) };
}
