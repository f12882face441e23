import { now } from "@/server/platform/clock";
import type { SandboxDb } from "../db/client";
import { addressOfScript } from "./address";
import { type BuiltTransaction, buildTransaction, ISSUANCE_VIN } from "./builder";
import { bytesToId } from "./bytes";
import type { Coin, Draft, IssuanceDraft } from "./coin";
import { keysOf, newScript } from "./keyring";
import { networkFacts } from "./networks";
import { LedgerError, type LiquidNetwork } from "./port";
import { takeCoins, totalOf } from "./selection";
import { signGaidInput, signWalletInput } from "./signing";
import { insertTransaction } from "./store";
import { feeForWeight, transactionWeight } from "./weight";
import { loadZkp } from "./zkp";

export interface Payment {
  /** Coins that may be spent for the outputs, best first; change goes back to their owner. */
  coins: Coin[];
  /** L-BTC coins for the fee when somebody else pays it; without them the payer does. */
  feeCoins?: Coin[];
  outputs: Draft[];
  /** An issuance on the first input, whose outputs are named once its ids are known. */
  issuance?: {
    draft: IssuanceDraft;
    outputs: (issued: { assetId: string; tokenId: string }) => Draft[];
  };
}

/** A signed transaction that nobody has seen yet. */
export interface Prepared extends BuiltTransaction {
  txid: string;
  feeSats: bigint;
  inputs: Coin[];
}

/**
 * Chooses coins, adds change and fee, builds, signs and broadcasts in one go.
 * @throws LedgerError "funds" when the outputs or the fee cannot be paid
 */
export async function pay(db: SandboxDb, network: LiquidNetwork, payment: Payment): Promise<Prepared> {
  const prepared = await prepare(db, network, payment);
  await broadcast(db, network, prepared);
  return prepared;
}

/**
 * Everything of a payment but the broadcast.
 * @throws LedgerError "funds" when the outputs or the fee cannot be paid
 */
export async function prepare(db: SandboxDb, network: LiquidNetwork, payment: Payment): Promise<Prepared> {
  const { inputs, change, feeSats } = await plan(db, network, payment);
  const { policyAsset } = networkFacts(network);
  const fee: Draft = {
    kind: "fee",
    scriptHex: "",
    blindingKey: null,
    assetId: policyAsset,
    amountSats: feeSats,
  };
  const drafts = (issued: { assetId: string; tokenId: string } | null) => [
    ...(issued ? (payment.issuance?.outputs(issued) ?? []) : []),
    ...payment.outputs,
    ...change,
    fee,
  ];
  const built = buildTransaction(await loadZkp(), inputs, drafts, payment.issuance?.draft);
  await signAll(db, network, built, inputs);
  return { ...built, txid: built.transaction.getId(), feeSats, inputs };
}

/** Inputs and change for every asset, then enough L-BTC for the fee, which grows with the inputs it needs. */
async function plan(db: SandboxDb, network: LiquidNetwork, { coins, feeCoins, outputs, issuance }: Payment) {
  const { policyAsset } = networkFacts(network);
  const payer = coins[0]?.owner;
  const feePayer = (feeCoins ?? coins)[0]?.owner;
  if (!payer || !feePayer) throw new LedgerError("funds", "There is nothing to spend.");
  const spent: Coin[] = [];
  const change: Draft[] = [];
  for (const assetId of new Set(outputs.map((output) => output.assetId))) {
    if (assetId === policyAsset && !feeCoins) continue;
    const wanted = totalOf(outputs, assetId);
    const taken = takeCoins(coins, assetId, wanted);
    spent.push(...taken);
    const left = totalOf(taken, assetId) - wanted;
    if (left > 0n) change.push(await changeTo(db, network, payer, assetId, left));
  }
  const ownLbtc = feeCoins ? 0n : totalOf(outputs, policyAsset);
  const feeChange = await changeTo(db, network, feePayer, policyAsset, 0n);
  // An issuance has two confidential outputs of its own, an asset and a token.
  const placeholders = issuance ? [feeChange, feeChange] : [];
  const body = [...outputs, ...placeholders, ...change, feeChange, { scriptHex: "", blindingKey: null }];
  for (let count = 1; ; count++) {
    const lbtc = takeAtLeast(feeCoins ?? coins, policyAsset, count);
    const feeSats = feeForWeight(transactionWeight([...lbtc, ...spent], body, issuance?.draft));
    // At least one sat comes back, so that there always is a confidential output to balance with.
    const left = totalOf(lbtc, policyAsset) - ownLbtc - feeSats;
    if (left <= 0n) continue;
    return { inputs: [...lbtc, ...spent], change: [...change, { ...feeChange, amountSats: left }], feeSats };
  }
}

/** The first `count` coins of the asset. @throws LedgerError "funds" when there are fewer */
function takeAtLeast(coins: Coin[], assetId: string, count: number): Coin[] {
  const taken = coins.filter((coin) => coin.assetId === assetId).slice(0, count);
  if (taken.length < count) throw new LedgerError("funds", "There is not enough L-BTC for the fee.");
  return taken;
}

async function changeTo(
  db: SandboxDb,
  network: LiquidNetwork,
  owner: string,
  assetId: string,
  amountSats: bigint,
): Promise<Draft> {
  const script = await newScript(db, network, owner, { isChange: true });
  const { scriptHex, blindingPublicKey } = script;
  return { kind: "payment", scriptHex, blindingKey: blindingPublicKey, assetId, amountSats };
}

async function signAll(db: SandboxDb, network: LiquidNetwork, built: BuiltTransaction, inputs: Coin[]) {
  const zkp = await loadZkp();
  const scriptHexes = inputs.map((coin) => coin.scriptHex);
  const keyring = await keysOf(db, network, scriptHexes);
  for (const [vin, coin] of inputs.entries()) {
    const keys = keyring.get(coin.scriptHex);
    if (!keys) throw new LedgerError("unknown", "An input belongs to nobody here.");
    if (coin.owner.startsWith("gaid:")) signGaidInput(zkp, built.transaction, vin, coin, keys);
    else signWalletInput(zkp, built.transaction, vin, coin, keys.holder);
  }
}

/** Puts a prepared transaction into the mempool. @throws LedgerError "conflict" when a coin was spent meanwhile */
export async function broadcast(
  db: SandboxDb,
  network: LiquidNetwork,
  { txid, transaction, inputs, outputs, issuance, feeSats }: Prepared,
): Promise<void> {
  const row = {
    txid,
    wtxid: bytesToId(transaction.getHash(true)),
    hex: transaction.toHex(),
    blockHeight: null,
    blockIndex: null,
    receivedAt: now(),
    feeSats,
  };
  await insertTransaction(db, row, {
    spends: inputs,
    outputs: outputs.map(({ blindingKey: _, ...output }, vout) => ({
      ...output,
      txid,
      vout,
      address: addressOfScript(output.scriptHex, network),
      spentByTxid: null,
      spentByVin: null,
    })),
    issuances: issuance ? [{ ...issuance, txid, vin: ISSUANCE_VIN }] : [],
  });
}
