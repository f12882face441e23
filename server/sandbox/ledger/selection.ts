import type { Coin } from "./coin";
import { LedgerError } from "./port";

/** Sum of one asset over coins or outputs, in sats. */
export const totalOf = (items: { assetId: string; amountSats: bigint }[], assetId: string): bigint =>
  items.reduce((sum, item) => (item.assetId === assetId ? sum + item.amountSats : sum), 0n);

/**
 * Coins of the asset in the order given until they reach `wanted`.
 * @throws LedgerError "funds" when all of them together do not
 */
export function takeCoins(coins: Coin[], assetId: string, wanted: bigint): Coin[] {
  const taken: Coin[] = [];
  let sum = 0n;
  for (const coin of coins) {
    if (sum >= wanted) break;
    if (coin.assetId !== assetId) continue;
    taken.push(coin);
    sum += coin.amountSats;
  }
  if (sum < wanted) throw new LedgerError("funds", "There is not enough of the asset.");
  return taken;
}
