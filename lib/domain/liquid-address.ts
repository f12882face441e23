import { decodeBase58Check } from "./base58";
import { decodeSegwit } from "./bech32";

export type LiquidNetwork = "liquid" | "testnet" | "regtest";

export interface LiquidAddress {
  network: LiquidNetwork;
  kind: "p2pkh" | "p2sh" | "p2wpkh" | "p2wsh" | "segwit";
  /** The output script, hex. Two addresses with the same script are the same place. */
  scriptHex: string;
  /** Blinding public key, 33 bytes hex; null for an unconfidential address. */
  blindingKey: string | null;
}

const PREFIXES = {
  liquid: { keyHash: 57, scriptHash: 39, confidential: 12, bech32: "ex", blech32: "lq" },
  testnet: { keyHash: 36, scriptHash: 19, confidential: 23, bech32: "tex", blech32: "tlq" },
  regtest: { keyHash: 235, scriptHash: 75, confidential: 4, bech32: "ert", blech32: "el" },
} as const;

const NETWORKS = Object.keys(PREFIXES) as LiquidNetwork[];
const BLINDING_KEY_BYTES = 33;

/** Reads an address of `network`, confidential or not; null when it is none. */
export function readLiquidAddress(text: string, network: LiquidNetwork): LiquidAddress | null {
  return readSegwit(text, network) ?? readBase58(text, network);
}

/** The network an address belongs to, for a message such as "this is a mainnet address". */
export function networkOfAddress(text: string): LiquidNetwork | null {
  return NETWORKS.find((network) => readLiquidAddress(text, network)) ?? null;
}

function readSegwit(text: string, network: LiquidNetwork): LiquidAddress | null {
  const { bech32, blech32 } = PREFIXES[network];
  const plain = decodeSegwit(text, bech32, "bech32");
  if (plain) return segwit(network, plain.version, plain.data, null);
  const blinded = decodeSegwit(text, blech32, "blech32");
  if (!blinded) return null;
  const key = blinded.data.subarray(0, BLINDING_KEY_BYTES);
  return isPublicKey(key)
    ? segwit(network, blinded.version, blinded.data.subarray(BLINDING_KEY_BYTES), hex(key))
    : null;
}

function segwit(network: LiquidNetwork, version: number, program: Uint8Array, blindingKey: string | null) {
  const { length } = program;
  if (length < 2 || length > 40 || (version === 0 && length !== 20 && length !== 32)) return null;
  const known = length === 20 ? ("p2wpkh" as const) : ("p2wsh" as const);
  const opcode = version === 0 ? 0 : 0x50 + version;
  const scriptHex = hex([opcode, length, ...program]);
  return { network, kind: version === 0 ? known : ("segwit" as const), scriptHex, blindingKey };
}

function readBase58(text: string, network: LiquidNetwork): LiquidAddress | null {
  const payload = decodeBase58Check(text);
  if (!payload) return null;
  if (payload.length === 21) return hashed(network, payload[0], payload.subarray(1), null);
  if (payload.length !== 55 || payload[0] !== PREFIXES[network].confidential) return null;
  const key = payload.subarray(2, 2 + BLINDING_KEY_BYTES);
  return isPublicKey(key)
    ? hashed(network, payload[1], payload.subarray(2 + BLINDING_KEY_BYTES), hex(key))
    : null;
}

function hashed(
  network: LiquidNetwork,
  version: number | undefined,
  hash: Uint8Array,
  blindingKey: string | null,
): LiquidAddress | null {
  const { keyHash, scriptHash } = PREFIXES[network];
  if (version === keyHash) {
    return { network, kind: "p2pkh", scriptHex: `76a914${hex(hash)}88ac`, blindingKey };
  }
  if (version === scriptHash) return { network, kind: "p2sh", scriptHex: `a914${hex(hash)}87`, blindingKey };
  return null;
}

const isPublicKey = (bytes: Uint8Array) =>
  bytes.length === BLINDING_KEY_BYTES && (bytes[0] === 2 || bytes[0] === 3);

const hex = (bytes: Iterable<number>) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
