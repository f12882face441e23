import { script as scripts, type Transaction } from "liquidjs-lib";
import { LosslessNumber } from "lossless-json";
import { addressOfScript } from "../../ledger/address";
import { bytesToId, toHex } from "../../ledger/bytes";
import { isCommitment, kindOfScript, readAsset, readValue } from "../../ledger/fields";
import type { LiquidNetwork } from "../../ledger/port";
import { issuedIds } from "../../ledger/read-issuance";
import { measure } from "../../ledger/weight";
import { wtxidOf } from "../../ledger/wtxid";
import { decimal } from "../amounts";
import { withChecksum } from "../descriptors";
import { decodeTransaction } from "./hex";

/** A transaction as decoderawtransaction and its relatives print it. */

type Input = Transaction["ins"][number];
type Output = Transaction["outs"][number];

/** What a range proof of the usual 52 bits says of its output; our witnesses leave the proofs themselves out. */
const RANGE = {
  "value-minimum": decimal(1n),
  "value-maximum": new LosslessNumber("45035996.27370496"),
  "ct-exponent": 0,
  "ct-bits": 52,
  surjectionproof: "",
};

export const describeHex = (network: LiquidNetwork, hex: string) =>
  describeTransaction(network, decodeTransaction(hex));

export function describeTransaction(network: LiquidNetwork, transaction: Transaction) {
  const { weight, size, vsize, discountVsize } = measure(transaction);
  const wtxid = wtxidOf(transaction.toHex());
  return {
    txid: transaction.getId(),
    hash: wtxid,
    wtxid,
    version: transaction.version,
    size,
    vsize,
    discountvsize: discountVsize,
    weight,
    locktime: transaction.locktime,
    vin: transaction.ins.map((input) => describeInput(transaction, input)),
    vout: transaction.outs.map((output, position) => describeOutput(network, output, position)),
  };
}

function describeInput(transaction: Transaction, input: Input) {
  const { hash, index, script, sequence, witness } = input;
  const issuance = describeIssuance(input);
  const txinwitness = witness.length > 0 ? { txinwitness: witness.map(toHex) } : {};
  if (transaction.isCoinbase()) return { coinbase: toHex(script), sequence, ...txinwitness };
  return {
    txid: bytesToId(hash),
    vout: index,
    scriptSig: { asm: asmOf(script), hex: toHex(script) },
    is_pegin: false,
    sequence,
    ...txinwitness,
    ...(issuance && { issuance }),
  };
}

function describeIssuance(input: Input) {
  const ids = issuedIds(input);
  if (!ids || !input.issuance) return null;
  const { assetAmount, tokenAmount } = input.issuance;
  return {
    assetBlindingNonce: ids.nonce,
    assetEntropy: ids.entropy,
    ...(!ids.isReissuance && { contract_hash: ids.contractHash }),
    isreissuance: ids.isReissuance,
    ...(!ids.isReissuance && { token: ids.tokenId }),
    asset: ids.assetId,
    ...describeAmount("assetamount", assetAmount),
    ...describeAmount("tokenamount", tokenAmount),
  };
}

function describeAmount(name: string, field: Buffer) {
  const sats = readValue(field);
  if (sats !== null) return { [name]: decimal(sats) };
  return isCommitment(field) ? { [`${name}commitment`]: toHex(field) } : {};
}

function describeOutput(network: LiquidNetwork, { value, asset, nonce, script }: Output, n: number) {
  const [sats, assetId] = [readValue(value), readAsset(asset)];
  const hasNonce = isCommitment(nonce);
  return {
    ...(sats === null ? { ...RANGE, valuecommitment: toHex(value) } : { value: decimal(sats) }),
    ...(assetId === null ? { assetcommitment: toHex(asset) } : { asset: assetId }),
    commitmentnonce: hasNonce ? toHex(nonce) : "",
    commitmentnonce_fully_valid: hasNonce,
    n,
    scriptPubKey: describeScript(network, script),
  };
}

export function describeScript(network: LiquidNetwork, script: Buffer) {
  const hex = toHex(script);
  const address = addressOfScript(hex, network);
  return {
    asm: asmOf(script),
    desc: withChecksum(address ? `addr(${address})` : `raw(${hex})`),
    hex,
    ...(address && { address }),
    type: typeOf(script),
  };
}

const TYPES: [type: string, pattern: RegExp][] = [
  ["witness_v0_keyhash", /^0014.{40}$/],
  ["witness_v0_scripthash", /^0020.{64}$/],
  ["witness_v1_taproot", /^5120.{64}$/],
  ["pubkeyhash", /^76a914.{40}88ac$/],
  ["scripthash", /^a914.{40}87$/],
];

function typeOf(script: Buffer): string {
  const kind = kindOfScript(script);
  if (kind !== "payment") return kind === "fee" ? "fee" : "nulldata";
  const hex = toHex(script);
  return TYPES.find(([, pattern]) => pattern.test(hex))?.[0] ?? "nonstandard";
}

/** Small numbers as a node prints them, which the library names by their opcodes. */
function asmOf(script: Buffer): string {
  try {
    return scripts
      .toASM(script)
      .split(" ")
      .map((part) => part.replace(/^OP_(\d+)$/, "$1"))
      .join(" ");
  } catch {
    return "[error]";
  }
}
