import { fromHex, idToBytes, toHex } from "./bytes";
import type { LedgerOutput } from "./port";

/** The confidential fields of a serialised transaction: absent, explicit or a commitment of 33 bytes. */

export const ABSENT = Buffer.from([0]);
const EXPLICIT = 1;
const EXPLICIT_VALUE_BYTES = 9;
const COMMITMENT_BYTES = 33;
const OP_RETURN = 0x6a;

export function explicitValue(sats: bigint): Buffer {
  const field = Buffer.alloc(EXPLICIT_VALUE_BYTES, EXPLICIT);
  field.writeBigUInt64BE(sats, 1);
  return field;
}

export const explicitAsset = (assetId: string): Buffer =>
  Buffer.concat([Buffer.from([EXPLICIT]), idToBytes(assetId)]);

/** Sats of an explicit value; null for a commitment or an absent one. */
export const readValue = (field: Buffer): bigint | null =>
  field[0] === EXPLICIT && field.length === EXPLICIT_VALUE_BYTES ? field.readBigUInt64BE(1) : null;

/** Id of an explicit asset; null for a commitment. */
export const readAsset = (field: Buffer): string | null =>
  field[0] === EXPLICIT ? toHex(Buffer.from(field.subarray(1)).reverse()) : null;

/** Whether a value or a nonce is one (an explicit asset has the same length). */
export const isCommitment = (field: Buffer): boolean => field.length === COMMITMENT_BYTES;

/** An output without a script pays the fee, one that starts with OP_RETURN can never be spent. */
export function kindOfScript(script: Uint8Array | string): LedgerOutput["kind"] {
  const bytes = typeof script === "string" ? fromHex(script) : script;
  if (bytes.length === 0) return "fee";
  return bytes[0] === OP_RETURN ? "burn" : "payment";
}
