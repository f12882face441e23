import { randomInt } from "node:crypto";
import type { Transaction } from "liquidjs-lib";
import { fromHex, idToBytes } from "../../ledger/bytes";
import { ABSENT, explicitAsset, explicitValue } from "../../ledger/fields";
import { outpointsOf } from "../../ledger/finished";
import { assetOf, entropyOf, tokenOf } from "../../ledger/issuance-fields";
import { type LiquidNetwork, NO_BLINDER } from "../../ledger/port";
import { readAmount, readHash } from "../params";
import { RpcError } from "../port";
import { readDestination } from "../sending";

/** Issuances on inputs of an unsigned transaction. Amounts stay explicit until the transaction is blinded. */

type Fields = Record<string, unknown>;

export interface RawIssued {
  vin: number;
  entropy: string;
  asset: string;
  token: string;
}

/** Adds an issuance to the first input without one, and its outputs. RPC: rawissueasset @throws RpcError -8 */
export function addIssuance(network: LiquidNetwork, transaction: Transaction, given: unknown): RawIssued {
  const fields = readFields(given);
  const assetSats = readPositive(fields, "asset_amount");
  const tokenSats = readPositive(fields, "token_amount");
  if (assetSats === 0n && tokenSats === 0n)
    throw new RpcError(-3, "Issuance must have one non-zero component");
  const isConfidential = fields.blind !== false;
  const contractHash =
    fields.contract_hash === undefined ? NO_BLINDER : readHash(String(fields.contract_hash), "contract_hash");
  const vin = transaction.ins.findIndex(({ issuance }) => issuance === undefined);
  const input = transaction.ins[vin];
  const outpoint = outpointsOf(transaction)[vin];
  if (!input || !outpoint)
    throw new RpcError(-8, "Transaction does not have enough blank inputs for the number of issuances");
  const entropy = entropyOf(outpoint, contractHash);
  const [asset, token] = [assetOf(entropy), tokenOf(entropy, isConfidential)];
  input.issuance = {
    assetBlindingNonce: Buffer.alloc(32),
    assetEntropy: idToBytes(contractHash),
    assetAmount: assetSats > 0n ? explicitValue(assetSats) : ABSENT,
    tokenAmount: tokenSats > 0n ? explicitValue(tokenSats) : ABSENT,
  };
  if (assetSats > 0n) insertOutput(network, transaction, fields, "asset_address", asset, assetSats);
  if (tokenSats > 0n) insertOutput(network, transaction, fields, "token_address", token, tokenSats);
  return { vin, entropy, asset, token };
}

/** Adds a reissuance to the input that spends the token, and its output. RPC: rawreissueasset @throws RpcError -8 */
export function addReissuance(network: LiquidNetwork, transaction: Transaction, given: unknown): void {
  const fields = readFields(given);
  const assetSats = readPositive(fields, "asset_amount");
  if (assetSats === 0n) throw new RpcError(-8, "Invalid parameter, missing asset_amount");
  const vin = Number(String(fields.input_index));
  const input = transaction.ins[vin];
  if (fields.input_index === undefined || !Number.isInteger(vin))
    throw new RpcError(-8, "Invalid parameter, missing corresponding input_index");
  if (!input) throw new RpcError(-8, "Input does not exist in transaction.");
  if (input.issuance) throw new RpcError(-8, "Selected transaction input already has issuance data.");
  const [blinder, entropy] = ["asset_blinder", "entropy"].map((key) => {
    if (typeof fields[key] !== "string") throw new RpcError(-8, `Invalid parameter, missing ${key}`);
    return readHash(fields[key], key);
  }) as [string, string];
  input.issuance = {
    assetBlindingNonce: idToBytes(blinder),
    assetEntropy: idToBytes(entropy),
    assetAmount: explicitValue(assetSats),
    tokenAmount: ABSENT,
  };
  insertOutput(network, transaction, fields, "asset_address", assetOf(entropy), assetSats);
}

function readFields(given: unknown): Fields {
  if (typeof given === "object" && given !== null && !Array.isArray(given)) return given as Fields;
  throw new RpcError(-8, "Invalid parameter, an issuance must be an object");
}

function readPositive(fields: Fields, key: string): bigint {
  if (fields[key] === undefined) return 0n;
  const sats = readAmount(fields[key]);
  if (sats > 0n) return sats;
  throw new RpcError(-8, `Invalid parameter, ${key} must be positive`);
}

/** Somewhere before the last output, which is the fee of a funded transaction. */
function insertOutput(
  network: LiquidNetwork,
  transaction: Transaction,
  fields: Fields,
  key: string,
  assetId: string,
  sats: bigint,
): void {
  const address = fields[key];
  if (typeof address !== "string") throw new RpcError(-8, `Invalid parameter, missing corresponding ${key}`);
  const { scriptHex, blindingKey } = readDestination(network, address);
  const nonce = blindingKey ? fromHex(blindingKey) : ABSENT;
  transaction.addOutput(fromHex(scriptHex), explicitValue(sats), explicitAsset(assetId), nonce);
  const [added] = transaction.outs.splice(-1);
  if (added) transaction.outs.splice(randomInt(Math.max(transaction.outs.length, 1)), 0, added);
}
