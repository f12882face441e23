import type { SandboxDb } from "../db/client";
import { buildTransaction } from "./builder";
import type { Coin, Draft } from "./coin";
import { inputCoins } from "./conflict-store";
import { newScript } from "./keyring";
import { networkFacts } from "./networks";
import { broadcast, signAll } from "./payment";
import { LedgerError, type LiquidNetwork } from "./port";
import { feeForWeight, transactionWeight } from "./weight";
import { loadZkp } from "./zkp";

/**
 * Broadcasts a transaction that spends what the given one spent and pays it back to its owners, to change addresses of
 * their own, less the fee. The given one's spends must have been released.
 * @returns its txid
 * @throws LedgerError "funds" when nothing would be left after the fee
 */
export async function payBack(db: SandboxDb, network: LiquidNetwork, txid: string): Promise<string> {
  const inputs = await inputCoins(db, txid);
  const { policyAsset } = networkFacts(network);
  const outputs = await refunds(db, network, inputs);
  const fee: Draft = { kind: "fee", scriptHex: "", blindingKey: null, assetId: policyAsset, amountSats: 0n };
  fee.amountSats = feeForWeight(transactionWeight(inputs, [...outputs, fee]));
  const payer = outputs
    .filter(({ assetId }) => assetId === policyAsset)
    .reduce<Draft | undefined>(
      (most, next) => (most && most.amountSats >= next.amountSats ? most : next),
      undefined,
    );
  if (!payer || payer.amountSats <= fee.amountSats)
    throw new LedgerError("funds", "The transaction's inputs cannot pay the fee of another one.");
  payer.amountSats -= fee.amountSats;
  const built = buildTransaction(await loadZkp(), inputs, () => [...outputs, fee]);
  await signAll(db, network, built, inputs);
  const winner = { ...built, txid: built.transaction.getId(), feeSats: fee.amountSats, inputs };
  await broadcast(db, network, winner);
  return winner.txid;
}

/** One confidential output for each owner and asset among the coins. */
async function refunds(db: SandboxDb, network: LiquidNetwork, coins: Coin[]): Promise<Draft[]> {
  const sums = new Map<string, Draft>();
  for (const { owner, assetId, amountSats } of coins) {
    const key = `${owner}/${assetId}`;
    const known = sums.get(key);
    if (known) known.amountSats += amountSats;
    else {
      const { scriptHex, blindingPublicKey } = await newScript(db, network, owner, { isChange: true });
      sums.set(key, { kind: "payment", scriptHex, blindingKey: blindingPublicKey, assetId, amountSats });
    }
  }
  return [...sums.values()];
}
