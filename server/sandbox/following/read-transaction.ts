import { Transaction } from "liquidjs-lib";
import { addressOfScript } from "../ledger/address";
import { toHex } from "../ledger/bytes";
import { assetCommitment } from "../ledger/commitments";
import { kindOfScript, readAsset, readValue } from "../ledger/fields";
import { outpointsOf } from "../ledger/finished";
import {
  type LedgerIssuance,
  type LiquidNetwork,
  NO_BLINDER,
  type OutpointRef,
  UNKNOWN_ASSET,
  UNKNOWN_SATS,
} from "../ledger/port";
import { issuedIds } from "../ledger/read-issuance";
import type { OutputRow } from "../ledger/store";
import { wtxidOf } from "../ledger/wtxid";
import type { Zkp } from "../ledger/zkp";

/** A transaction of a real chain as the ledger's tables hold it: what is confidential is left unknown. */
export interface ReadTransaction {
  txid: string;
  wtxid: string;
  hex: string;
  /** Empty for a coinbase. */
  spends: OutpointRef[];
  outputs: OutputRow[];
  issuances: LedgerIssuance[];
  feeSats: bigint;
}

/** Proofs are read over, whether they are there or not. @throws Error for anything that is no transaction */
export function readTransaction(zkp: Zkp, network: LiquidNetwork, hex: string): ReadTransaction {
  const transaction = Transaction.fromHex(hex);
  const txid = transaction.getId();
  const outputs = transaction.outs.map((output, vout) => readOutput(zkp, network, output, { txid, vout }));
  const fees = outputs.filter(({ kind }) => kind === "fee");
  return {
    txid,
    wtxid: wtxidOf(hex),
    hex,
    spends: transaction.isCoinbase() ? [] : outpointsOf(transaction),
    outputs,
    issuances: transaction.ins.flatMap((input, vin) => readIssuance(input, vin) ?? []),
    feeSats: fees.reduce((total, { amountSats }) => total + amountSats, 0n),
  };
}

function readOutput(
  zkp: Zkp,
  network: LiquidNetwork,
  { script, asset, value }: Transaction["outs"][number],
  outpoint: OutpointRef,
): OutputRow {
  const scriptHex = toHex(script);
  const [assetId, amountSats] = [readAsset(asset), readValue(value)];
  const isOpen = assetId !== null && amountSats !== null;
  const plain = assetId !== null ? { assetId, assetBlinder: NO_BLINDER } : null;
  return {
    ...outpoint,
    scriptHex,
    address: addressOfScript(scriptHex, network),
    kind: kindOfScript(script),
    assetId: isOpen ? assetId : UNKNOWN_ASSET,
    amountSats: isOpen ? amountSats : 0n,
    assetBlinder: NO_BLINDER,
    amountBlinder: NO_BLINDER,
    // an asset that is shown beside a hidden amount commits by its plain generator
    assetCommitment: isOpen ? null : toHex(plain ? assetCommitment(zkp, plain) : asset),
    amountCommitment: isOpen ? null : toHex(value),
    spentByTxid: null,
    spentByVin: null,
  };
}

function readIssuance(input: Transaction["ins"][number], vin: number): LedgerIssuance | null {
  const ids = issuedIds(input);
  if (!ids || !input.issuance) return null;
  const [assetSats, tokenSats] = [amountOf(input.issuance.assetAmount), amountOf(input.issuance.tokenAmount)];
  return {
    ...{ vin, isReissuance: ids.isReissuance, entropy: ids.entropy, assetId: ids.assetId },
    ...{ amountSats: assetSats, assetAmountBlinder: NO_BLINDER },
    tokenId: tokenSats === 0n ? null : ids.tokenId,
    ...{ tokenAmountSats: tokenSats, tokenAmountBlinder: NO_BLINDER },
  };
}

const ABSENT_BYTES = 1;

const amountOf = (field: Buffer): bigint =>
  field.length <= ABSENT_BYTES ? 0n : (readValue(field) ?? UNKNOWN_SATS);
