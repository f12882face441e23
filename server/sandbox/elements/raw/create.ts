import { Transaction } from "liquidjs-lib";
import { z } from "zod";
import { fromHex, idToBytes } from "../../ledger/bytes";
import { ABSENT, explicitAsset, explicitValue } from "../../ledger/fields";
import type { LiquidNetwork } from "../../ledger/port";
import { POLICY_LABEL } from "../amounts";
import { type AssetLabels, readAsset } from "../asset-labels";
import { readAmount } from "../params";
import { RpcError } from "../port";
import { readDestination } from "../sending";

const FINAL = 0xffff_ffff;
const FINAL_WITH_LOCKTIME = 0xffff_fffe;
const REPLACEABLE = 0xffff_fffd;
/** Names of outputs that are no addresses. */
const [BURN, DATA, FEE] = ["burn", "data", "fee"];
const OP_RETURN = Buffer.from([0x6a]);

export interface NewRaw {
  inputs: unknown[];
  /** A list of objects, or one object with everything. */
  outputs: unknown;
  locktime: number;
  isReplaceable: boolean;
}

/** An unsigned transaction of explicit fields; the blinding key of an output waits in its nonce. RPC: createrawtransaction */
export function createTransaction(network: LiquidNetwork, labels: AssetLabels, request: NewRaw): Transaction {
  const { inputs, outputs, locktime, isReplaceable } = request;
  if (locktime < 0 || locktime > FINAL) throw new RpcError(-8, "Invalid parameter, locktime out of range");
  const transaction = new Transaction();
  transaction.version = 2;
  transaction.locktime = locktime;
  const last = isReplaceable ? REPLACEABLE : locktime > 0 ? FINAL_WITH_LOCKTIME : FINAL;
  for (const input of inputs) addInput(transaction, input, last);
  const named = new Set<string>();
  for (const entry of listOutputs(outputs)) addOutput(network, labels, transaction, entry, named);
  return transaction;
}

const Outpoint = z.object({
  txid: z.string(),
  vout: z.number(),
  sequence: z.number().optional(),
});

function addInput(transaction: Transaction, given: unknown, last: number): void {
  const parsed = Outpoint.safeParse(given);
  const fields = (typeof given === "object" && given !== null ? given : {}) as Record<string, unknown>;
  if (typeof fields.txid !== "string") throw new RpcError(-8, "Invalid parameter, missing txid key");
  if (!/^[0-9a-f]{64}$/i.test(fields.txid))
    throw new RpcError(-8, `txid must be of length 64 (not ${fields.txid.length}, for '${fields.txid}')`);
  if (!parsed.success) throw new RpcError(-8, "Invalid parameter, missing vout key");
  const { txid, vout, sequence = last } = parsed.data;
  if (!Number.isInteger(vout) || vout < 0 || vout > 0x3fff_ffff)
    throw new RpcError(-8, "Invalid parameter, vout cannot be negative");
  if (!Number.isInteger(sequence) || sequence < 0 || sequence > FINAL)
    throw new RpcError(-8, "Invalid parameter, sequence number is out of range");
  transaction.addInput(idToBytes(txid.toLowerCase()), vout, sequence);
}

/** An output by its name, with the asset that stands beside it. */
interface NamedOutput {
  name: string;
  value: unknown;
  asset: unknown;
}

function listOutputs(outputs: unknown): NamedOutput[] {
  if (typeof outputs !== "object" || outputs === null)
    throw new RpcError(-8, "Invalid parameter, output argument must be non-null");
  if (!Array.isArray(outputs))
    return Object.entries(outputs).map(([name, value]) => ({ name, value, asset: undefined }));
  return outputs.map((entry: unknown) => {
    if (typeof entry !== "object" || entry === null)
      throw new RpcError(-8, "Invalid parameter, key-value pair not an object as expected");
    const { asset, blinder_index: _, ...named } = entry as Record<string, unknown>;
    const [pair, ...others] = Object.entries(named);
    if (!pair || others.length > 0)
      throw new RpcError(-8, "Invalid parameter, key-value pair must contain exactly one key");
    return { name: pair[0], value: pair[1], asset };
  });
}

function addOutput(
  network: LiquidNetwork,
  labels: AssetLabels,
  transaction: Transaction,
  { name, value, asset }: NamedOutput,
  named: Set<string>,
): void {
  const field = explicitAsset(readAsset(labels, asset === undefined ? POLICY_LABEL : String(asset)));
  if (name === DATA) {
    transaction.addOutput(dataScript(value), explicitValue(0n), field, ABSENT);
    return;
  }
  const sats = explicitValue(readAmount(value));
  if (name === FEE) transaction.addOutput(Buffer.alloc(0), sats, field, ABSENT);
  else if (name === BURN) transaction.addOutput(OP_RETURN, sats, field, ABSENT);
  else {
    const { scriptHex, blindingKey } = readDestination(network, name);
    const key = `${scriptHex}${asset}`;
    if (named.has(key)) throw new RpcError(-8, `Invalid parameter, duplicated address: ${name}`);
    named.add(key);
    transaction.addOutput(fromHex(scriptHex), sats, field, blindingKey ? fromHex(blindingKey) : ABSENT);
  }
}

const LONGEST_PUSH = 0x4b;

function dataScript(value: unknown): Buffer {
  if (typeof value !== "string" || value.length % 2 === 1 || !/^[0-9a-f]*$/i.test(value))
    throw new RpcError(-8, `Data must be hexadecimal string (not '${String(value)}')`);
  const data = fromHex(value);
  const push = data.length <= LONGEST_PUSH ? [data.length] : [0x4c, data.length];
  if (data.length > 0xff) throw new RpcError(-8, "Invalid parameter, data is too long");
  return Buffer.concat([OP_RETURN, Buffer.from(push), data]);
}
