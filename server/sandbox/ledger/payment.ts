import { now } from "@/server/platform/clock";
import type { SandboxDb } from "../db/client";
import { addressOfScript } from "./address";
import { type BuiltTransaction, buildTransaction, type IssuedIds } from "./builder";
import type { Coin, Draft } from "./coin";
import { keysOf } from "./keyring";
import { networkFacts } from "./networks";
import { type Payment, plan } from "./planning";
import { LedgerError, type LiquidNetwork } from "./port";
import { signGaidInput, signWalletInput } from "./signing";
import { insertTransaction } from "./store";
import { wtxidOf } from "./wtxid";
import { loadZkp } from "./zkp";

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
 * @throws LedgerError "funds" when the outputs or the fee cannot be paid, "limit" when it would be too heavy
 */
export async function prepare(db: SandboxDb, network: LiquidNetwork, payment: Payment): Promise<Prepared> {
  const { inputs, outputs, change, feeSats } = await plan(db, network, payment);
  const { policyAsset } = networkFacts(network);
  const fee: Draft = {
    kind: "fee",
    scriptHex: "",
    blindingKey: null,
    assetId: policyAsset,
    amountSats: feeSats,
  };
  const drafts = (issued: IssuedIds | null) => [
    ...(issued ? (payment.issuance?.outputs(issued) ?? []) : []),
    ...outputs,
    ...change,
    fee,
  ];
  const built = buildTransaction(await loadZkp(), inputs, drafts, payment.issuance?.draft);
  await signAll(db, network, built, inputs, payment);
  return { ...built, txid: built.transaction.getId(), feeSats, inputs };
}

/** Signs every input with its owner's keys; a key signs the same way each time. */
export async function signAll(
  db: SandboxDb,
  network: LiquidNetwork,
  built: BuiltTransaction,
  inputs: Coin[],
  { isHolderOnly = false }: Pick<Payment, "isHolderOnly"> = {},
) {
  const zkp = await loadZkp();
  const scriptHexes = inputs.map((coin) => coin.scriptHex);
  const keyring = await keysOf(db, network, scriptHexes);
  for (const [vin, coin] of inputs.entries()) {
    const keys = keyring.get(coin.scriptHex);
    if (!keys) throw new LedgerError("unknown", "An input belongs to nobody here.");
    const { holder, backend } = keys;
    if (backend) signGaidInput(zkp, built.transaction, vin, coin, { holder, backend }, { isHolderOnly });
    else if (!isHolderOnly) signWalletInput(zkp, built.transaction, vin, coin, holder);
  }
}

/**
 * Puts a prepared transaction into the mempool.
 * @param isRaw sent as a finished hex: its sender's wallet does not know what foreign outputs hide
 * @throws LedgerError "conflict" when a coin was spent meanwhile
 */
export async function broadcast(
  db: SandboxDb,
  network: LiquidNetwork,
  { txid, transaction, inputs, outputs, issuances, feeSats }: Prepared,
  { isRaw = false }: { isRaw?: boolean } = {},
): Promise<void> {
  const hex = transaction.toHex();
  const row = {
    txid,
    wtxid: wtxidOf(hex),
    hex,
    blockHeight: null,
    blockIndex: null,
    receivedAt: now(),
    feeSats,
    isRaw,
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
    issuances: issuances.map((issuance) => ({ ...issuance, txid })),
  });
}
