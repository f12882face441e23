import type { SandboxDb } from "../db/client";
import { chainTip } from "../ledger/blocks";
import { type Coin, sameOutpoint } from "../ledger/coin";
import { findScripts, walletOwner } from "../ledger/keyring";
import { findTransaction, unspentOf } from "../ledger/store";
import { confirmationsAt } from "../ledger/views";
import type { WalletCoin } from "./port";
import { listLockedCoins } from "./store";

export interface HeldCoin extends Coin {
  confirmations: number;
  /** Confirmed, or change of a waiting transaction whose inputs are all the wallet's own. */
  isTrusted: boolean;
}

/** Everything unspent in the wallet, locked coins included. */
export async function heldCoins(db: SandboxDb, wallet: string): Promise<HeldCoin[]> {
  const coins = await unspentOf(db, walletOwner(wallet));
  const { height } = await chainTip(db);
  const waiting = new Set(coins.filter((coin) => coin.blockHeight === null).map((coin) => coin.txid));
  const own = new Map<string, boolean>();
  for (const txid of waiting) own.set(txid, await isOwnSpend(db, wallet, txid));
  return coins.map((coin) => ({
    ...coin,
    confirmations: confirmationsAt(height, coin.blockHeight),
    isTrusted: coin.blockHeight !== null || own.get(coin.txid) === true,
  }));
}

async function isOwnSpend(db: SandboxDb, wallet: string, txid: string): Promise<boolean> {
  const rows = await findTransaction(db, txid);
  const spent = rows?.spent.map((output) => output.scriptHex) ?? [];
  const owned = await findScripts(db, spent);
  return spent.length > 0 && spent.every((script) => owned.get(script)?.owner === walletOwner(wallet));
}

/** Coins that may pay: trusted, deep enough, not locked. */
export async function spendableCoins(
  db: SandboxDb,
  wallet: string,
  minConfirmations: number,
): Promise<Coin[]> {
  const locked = await listLockedCoins(db, wallet);
  return (await heldCoins(db, wallet)).filter(
    (coin) =>
      coin.isTrusted &&
      coin.confirmations >= minConfirmations &&
      !locked.some((outpoint) => sameOutpoint(outpoint, coin)),
  );
}

/** The coins that listunspent shows: locked ones are not among them. */
export async function listUnspent(
  db: SandboxDb,
  wallet: string,
  { minConfirmations = 1 }: { minConfirmations?: number } = {},
): Promise<(WalletCoin & { isTrusted: boolean })[]> {
  const locked = await listLockedCoins(db, wallet);
  const coins = (await heldCoins(db, wallet)).filter(
    (coin) =>
      coin.confirmations >= minConfirmations && !locked.some((outpoint) => sameOutpoint(outpoint, coin)),
  );
  const scripts = await findScripts(
    db,
    coins.map((coin) => coin.scriptHex),
  );
  return coins.map((coin) => {
    const row = scripts.get(coin.scriptHex);
    return { ...coin, address: coin.address ?? "", label: row && !row.isChange ? row.label : null };
  });
}
