import type { SandboxDb } from "../db/client";
import { sumByAsset } from "./amounts";
import { heldCoins } from "./coins";

/** The wallet's sats per asset id: what it may spend now, and what it waits for from others. */
export async function balancesOf(db: SandboxDb, wallet: string, minConfirmations = 0) {
  const coins = await heldCoins(db, wallet);
  return {
    trusted: sumByAsset(coins.filter((coin) => coin.isTrusted && coin.confirmations >= minConfirmations)),
    pending: sumByAsset(coins.filter((coin) => !coin.isTrusted)),
  };
}
