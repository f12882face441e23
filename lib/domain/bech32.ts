const CHARSET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

/** Bech32 carries a 30-bit checksum; Blech32, its form for confidential addresses, a 60-bit one. */
const CODES = {
  bech32: {
    length: 6,
    shift: 25n,
    generators: [0x3b6a57b2n, 0x26508e6dn, 0x1ea119fan, 0x3d4233ddn, 0x2a1462b3n],
    constants: [1n, 0x2bc830a3n],
  },
  blech32: {
    length: 12,
    shift: 55n,
    generators: [
      0x7d52fba40bd886n,
      0x5e8dbf1a03950cn,
      0x1c3a3c74072a18n,
      0x385d72fa0e5139n,
      0x7093e5a608865bn,
    ],
    constants: [1n, 0x455972a3350f7a1n],
  },
} as const;

export interface SegwitData {
  version: number;
  data: Uint8Array;
}

/** Reads "<prefix>1…"; null when the form, the checksum or the checksum's kind for the version is wrong. */
export function decodeSegwit(text: string, prefix: string, kind: keyof typeof CODES): SegwitData | null {
  const code = CODES[kind];
  if (text !== text.toLowerCase() && text !== text.toUpperCase()) return null;
  const lower = text.toLowerCase();
  if (!lower.startsWith(`${prefix}1`)) return null;
  const words = [...lower.slice(prefix.length + 1)].map((character) => CHARSET.indexOf(character));
  if (words.length < code.length + 2 || words.some((word) => word < 0)) return null;
  const [version = -1, ...data] = words.slice(0, -code.length);
  const checksum = polymod([...expand(prefix), ...words], code);
  if (version > 16 || checksum !== code.constants[version === 0 ? 0 : 1]) return null;
  const bytes = toBytes(data);
  return bytes && { version, data: bytes };
}

const expand = (prefix: string) => {
  const codes = [...prefix].map((character) => character.charCodeAt(0));
  return [...codes.map((value) => value >> 5), 0, ...codes.map((value) => value & 31)];
};

function polymod(values: number[], { shift, generators }: (typeof CODES)[keyof typeof CODES]): bigint {
  let checksum = 1n;
  for (const value of values) {
    const top = checksum >> shift;
    checksum = ((checksum & ((1n << shift) - 1n)) << 5n) ^ BigInt(value);
    generators.forEach((generator, bit) => {
      if ((top >> BigInt(bit)) & 1n) checksum ^= generator;
    });
  }
  return checksum;
}

/** Groups of 5 bits → bytes; what is left over must be fewer than 5 zero bits. */
function toBytes(words: number[]): Uint8Array | null {
  const bytes: number[] = [];
  let buffer = 0;
  let bits = 0;
  for (const word of words) {
    buffer = ((buffer << 5) | word) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((buffer >> bits) & 0xff);
  }
  return bits < 5 && (buffer & ((1 << bits) - 1)) === 0 ? Uint8Array.from(bytes) : null;
}
