import { and, asc, desc, eq, gte, isNull, lte, notExists, or, sql } from "drizzle-orm";
import { isAnyOf } from "../db/any-of";
import type { SandboxDb } from "../db/client";
import { lockedCoins, outputs, scripts, transactions, watchedScripts } from "../db/ledger-tables";
import { chainTip } from "../ledger/blocks";
import type { Coin } from "../ledger/coin";
import { type ScriptRow, walletOwner } from "../ledger/keyring";
import { confirmationsAt } from "../ledger/views";
import type { WalletCoin } from "./port";
import { isDeepEnough, isTrusted, isUnspent, ofWallet } from "./wallet-outputs";

/** An unspent output as listunspent shows it. */
export interface UnspentCoin extends WalletCoin {
  isChange: boolean;
  /** Confirmed, or change of a waiting transaction whose inputs are all the wallet's own. */
  isTrusted: boolean;
  /** null when the wallet only watches the script; `descriptor` is then what it was imported with. */
  key: ScriptRow | null;
  descriptor: string | null;
}

export interface UnspentFilter {
  /** Default 1: a waiting output is not shown. */
  minConfirmations?: number;
  maxConfirmations?: number;
  scriptHexes?: string[];
  assetId?: string;
  minimumSats?: bigint;
  maximumSats?: bigint;
  /** At most so many outputs. */
  maximumCount?: number;
  /** Without what others sent and no block has yet. */
  isSafeOnly?: boolean;
}

/** Coins of the assets that may pay: the wallet's own, trusted, deep enough, not locked. Confirmed and large ones first. */
export async function spendableCoins(
  db: SandboxDb,
  wallet: string,
  { assetIds, minConfirmations = 0 }: { assetIds: string[]; minConfirmations?: number },
): Promise<Coin[]> {
  const owner = walletOwner(wallet);
  const { height } = await chainTip(db);
  const rows = await db
    .select({ output: outputs, blockHeight: transactions.blockHeight })
    .from(outputs)
    .innerJoin(transactions, eq(transactions.txid, outputs.txid))
    .where(
      and(
        ...[eq(outputs.owner, owner), isUnspent, isUnlocked(db, wallet)],
        ...[isDeepEnough(height, minConfirmations), isTrusted(owner)],
        isAnyOf(outputs.assetId, [...new Set(assetIds)]),
      ),
    )
    .orderBy(
      sql`${transactions.blockHeight} is null`,
      desc(outputs.amountSats),
      asc(transactions.sequence),
      asc(outputs.vout),
    );
  return rows.map(({ output, blockHeight }) => ({ ...output, owner, blockHeight }));
}

/** The coins that listunspent shows, oldest first: locked ones are not among them. */
export async function listUnspent(
  db: SandboxDb,
  wallet: string,
  filter: UnspentFilter = {},
): Promise<UnspentCoin[]> {
  const owner = walletOwner(wallet);
  const { height } = await chainTip(db);
  const isTheWallets = and(eq(scripts.scriptHex, outputs.scriptHex), eq(scripts.owner, owner));
  const isWatched = and(eq(watchedScripts.scriptHex, outputs.scriptHex), eq(watchedScripts.owner, owner));
  const rows = await db
    .select({
      output: outputs,
      blockHeight: transactions.blockHeight,
      isTrusted: sql<boolean>`${isTrusted(owner)}`,
      key: scripts,
      watched: watchedScripts,
    })
    .from(outputs)
    .innerJoin(transactions, eq(transactions.txid, outputs.txid))
    .leftJoin(scripts, isTheWallets)
    .leftJoin(watchedScripts, isWatched)
    .where(
      and(
        await ofWallet(db, owner, "own and watched"),
        isUnspent,
        isUnlocked(db, wallet),
        ...conditionsOf(owner, height, filter),
      ),
    )
    .orderBy(asc(transactions.sequence), asc(outputs.vout))
    .limit(filter.maximumCount ?? Number.MAX_SAFE_INTEGER);
  return rows.map(({ output, blockHeight, key, watched, ...rest }) => {
    const { isChange = false, label = "" } = key ?? watched ?? {};
    return {
      ...{ ...output, ...rest, key, isChange },
      address: output.address ?? "",
      label: isChange ? null : label,
      confirmations: confirmationsAt(height, blockHeight),
      descriptor: key ? null : (watched?.descriptor ?? null),
    };
  });
}

function conditionsOf(owner: string, tip: number, filter: UnspentFilter) {
  const { minConfirmations = 1, maxConfirmations, scriptHexes, assetId, minimumSats, maximumSats } = filter;
  return [
    isDeepEnough(tip, minConfirmations),
    maxConfirmations === undefined ? undefined : isAtMost(tip, maxConfirmations),
    scriptHexes && isAnyOf(outputs.scriptHex, scriptHexes),
    assetId === undefined ? undefined : eq(outputs.assetId, assetId),
    minimumSats === undefined ? undefined : gte(outputs.amountSats, minimumSats),
    maximumSats === undefined ? undefined : lte(outputs.amountSats, maximumSats),
    filter.isSafeOnly ? isTrusted(owner) : undefined,
  ];
}

const isAtMost = (tip: number, confirmations: number) =>
  confirmations < 0
    ? sql`false`
    : or(isNull(transactions.blockHeight), gte(transactions.blockHeight, tip - confirmations + 1));

const isUnlocked = (db: SandboxDb, wallet: string) =>
  notExists(
    db
      .select({ one: sql`1` })
      .from(lockedCoins)
      .where(
        and(
          eq(lockedCoins.wallet, wallet),
          eq(lockedCoins.txid, outputs.txid),
          eq(lockedCoins.vout, outputs.vout),
        ),
      ),
  );
