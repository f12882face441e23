import { Transaction } from "liquidjs-lib";
import { now } from "@/server/platform/clock";
import type { SandboxDb } from "../db/client";
import { addressOfScript } from "./address";
import { bytesToId, toHex } from "./bytes";
import type { BuiltOutput, Coin } from "./coin";
import { isBalanced, type Opening } from "./commitments";
import { isCommitment, kindOfScript, readAsset, readValue } from "./fields";
import { issuedOpenings } from "./issuance-fields";
import { chainLimit } from "./mempool-chain";
import { networkFacts } from "./networks";
import { deleteOpenings, findOpenings, openingKey } from "./openings-store";
import { broadcast, type Prepared } from "./payment";
import { type LedgerIssuance, type LiquidNetwork, NO_BLINDER, type OutpointRef } from "./port";
import { amountCommitments, MOST_SATS, readIssuance } from "./read-issuance";
import { type FoundCoin, findCoins, outpointKey } from "./spendable-store";
import { findTransaction } from "./store";
import { feeForSize, MAX_WEIGHT, measure } from "./weight";
import { checkInput } from "./witness";
import { loadZkp, type Zkp } from "./zkp";

/** Transactions that somebody made and signed elsewhere, and what the mempool says of them. */

/** Why the mempool does not take a transaction, in a node's words. */
export class Rejection extends Error {
  constructor(
    /** One word, such as "bad-txns-in-ne-out". */
    readonly reason: string,
    /** What a node adds to it. */
    readonly detail = "",
  ) {
    super(detail === "" ? reason : `${reason}, ${detail}`);
    this.name = "Rejection";
  }
}

export const MISSING_INPUTS = "bad-txns-inputs-missingorspent";

/** @returns null for anything that is no serialised transaction */
export function readTransaction(hex: string): Transaction | null {
  if (hex.length % 2 === 1 || !/^[0-9a-f]+$/i.test(hex)) return null;
  try {
    return Transaction.fromHex(hex);
  } catch {
    return null;
  }
}

export const outpointsOf = (transaction: Transaction): OutpointRef[] =>
  transaction.ins.map(({ hash, index }) => ({ txid: bytesToId(hash), vout: index }));

/**
 * Everything a node checks before its mempool takes a transaction: it is well-formed, spends unspent outputs once,
 * balances for every asset, pays its fee and is signed.
 * @throws Rejection
 */
export async function examine(
  db: SandboxDb,
  network: LiquidNetwork,
  transaction: Transaction,
  tipHeight: number,
): Promise<Prepared> {
  const txid = transaction.getId();
  checkForm(network, transaction, tipHeight);
  const known = await findTransaction(db, txid);
  if (known?.transaction.conflictedHeight === null)
    throw new Rejection(known.block ? "txn-already-known" : "txn-already-in-mempool");
  const inputs = await spendable(db, transaction);
  const zkp = await loadZkp();
  const { outputs, issuances } = await open(db, zkp, transaction, inputs);
  const feeSats = checkAmounts(network, inputs, outputs, issuances);
  const wanted = feeForSize(measure(transaction).discountVsize);
  if (feeSats < wanted) throw new Rejection("min relay fee not met", `${feeSats} < ${wanted}`);
  const limit = await chainLimit(db, transaction, inputs);
  if (limit) throw new Rejection("too-long-mempool-chain", limit);
  for (const [vin, coin] of inputs.entries()) {
    const wrong = checkInput(zkp, transaction, vin, coin);
    if (wrong) throw new Rejection(`mandatory-script-verify-flag-failed (${wrong})`);
  }
  return { txid, transaction, inputs, outputs, issuances, feeSats };
}

/** Puts an examined transaction into the mempool. */
export async function submit(db: SandboxDb, network: LiquidNetwork, prepared: Prepared): Promise<void> {
  await broadcast(db, network, prepared, { isRaw: true });
  await deleteOpenings(db, hidden(prepared.outputs));
}

function checkForm(network: LiquidNetwork, transaction: Transaction, tipHeight: number): void {
  const { ins, outs, version, locktime } = transaction;
  if (ins.length === 0) throw new Rejection("bad-txns-vin-empty");
  if (outs.length === 0) throw new Rejection("bad-txns-vout-empty");
  const outpoints = outpointsOf(transaction).map(outpointKey);
  if (new Set(outpoints).size !== outpoints.length) throw new Rejection("bad-txns-inputs-duplicate");
  if (outs.some(({ value }) => (readValue(value) ?? 0n) > MOST_SATS))
    throw new Rejection("bad-txns-vout-toolarge");
  if (transaction.isCoinbase()) throw new Rejection("coinbase");
  if (ins.some(({ isPegin }) => isPegin)) throw new Rejection("pegin-no-witness");
  if (version < 1 || version > 2) throw new Rejection("version");
  if (measure(transaction).weight > MAX_WEIGHT) throw new Rejection("tx-size");
  for (const { script } of outs) {
    const isStandard = kindOfScript(script) !== "payment" || addressOfScript(toHex(script), network) !== null;
    if (!isStandard) throw new Rejection("scriptpubkey");
  }
  const isHeight = locktime < 500_000_000;
  const reached = isHeight ? locktime <= tipHeight : locktime * 1000 <= now().getTime();
  if (!reached && ins.some(({ sequence }) => sequence !== Transaction.DEFAULT_SEQUENCE))
    throw new Rejection("non-final");
}

async function spendable(db: SandboxDb, transaction: Transaction): Promise<FoundCoin[]> {
  const outpoints = outpointsOf(transaction);
  const found = await findCoins(db, outpoints);
  const coins = outpoints.map((outpoint) => found.get(outpointKey(outpoint)));
  if (coins.some((coin) => !coin || coin.spentBy === "block" || coin.kind !== "payment"))
    throw new Rejection(MISSING_INPUTS);
  if (coins.some((coin) => coin?.spentBy === "mempool")) throw new Rejection("txn-mempool-conflict");
  return coins.filter((coin) => coin !== undefined);
}

/** What the outputs and issued amounts are; a commitment that was not made here opens to nothing. */
async function open(db: SandboxDb, zkp: Zkp, transaction: Transaction, inputs: Coin[]) {
  const issued = transaction.ins.flatMap((input) => amountCommitments(zkp, input));
  const blinded = transaction.outs
    .filter(({ value }) => isCommitment(value))
    .map(({ asset, value }) => ({ assetCommitment: toHex(asset), amountCommitment: toHex(value) }));
  const openings = await findOpenings(db, [...blinded, ...issued]);
  const outputs = transaction.outs.map(({ script, asset, value }): BuiltOutput => {
    const scriptHex = toHex(script);
    const place = { kind: kindOfScript(script), scriptHex, blindingKey: null };
    const [assetId, amountSats] = [readAsset(asset), readValue(value)];
    if (assetId !== null && amountSats !== null) {
      const plain = { assetBlinder: NO_BLINDER, amountBlinder: NO_BLINDER };
      return { ...place, assetId, amountSats, ...plain, assetCommitment: null, amountCommitment: null };
    }
    const commitments = { assetCommitment: toHex(asset), amountCommitment: toHex(value) };
    const opening = openings.get(openingKey(commitments));
    if (!opening) throw notBalanced();
    return { ...place, ...pick(opening), ...commitments };
  });
  const issuances = transaction.ins.flatMap((input, vin) => {
    const coin = inputs[vin];
    const issuance = coin && readIssuance(zkp, input, vin, coin, openings);
    if (issuance === "unreadable") throw notBalanced();
    return issuance ? [issuance] : [];
  });
  return { outputs, issuances };
}

const notBalanced = () => new Rejection("bad-txns-in-ne-out", "value in != value out");

const pick = ({ assetId, amountSats, assetBlinder, amountBlinder }: Opening): Opening => ({
  ...{ assetId, amountSats, assetBlinder, amountBlinder },
});

/** @returns the fee in sats of L-BTC */
function checkAmounts(
  network: LiquidNetwork,
  inputs: Coin[],
  outputs: BuiltOutput[],
  issuances: LedgerIssuance[],
): bigint {
  // Elements knows amounts of nothing only where nobody can spend them.
  if (outputs.some(({ kind, amountSats }) => kind === "payment" && amountSats === 0n)) throw notBalanced();
  if (!isBalanced([...inputs, ...issuances.flatMap(issuedOpenings)], outputs)) throw notBalanced();
  const fees = outputs.filter(({ kind }) => kind === "fee");
  const { policyAsset } = networkFacts(network);
  if (fees.some(({ amountSats }) => amountSats === 0n)) throw new Rejection("bad-txns-fee-outofrange");
  return fees
    .filter(({ assetId }) => assetId === policyAsset)
    .reduce((total, { amountSats }) => total + amountSats, 0n);
}

const hidden = (outputs: BuiltOutput[]) =>
  outputs.flatMap(({ assetCommitment, amountCommitment }) =>
    assetCommitment && amountCommitment ? [{ assetCommitment, amountCommitment }] : [],
  );
