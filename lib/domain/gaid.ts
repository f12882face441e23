const ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const PAYLOAD_BYTES = 20;

/**
 * Whether the text has the form of a GAID: "GA" and Base58 of exactly 20 bytes. There is no checksum, so only AMP
 * (`/gaids/{gaid}/validate`) knows whether the account exists.
 */
export function isGaid(text: string): boolean {
  if (!/^GA[1-9A-HJ-NP-Za-km-z]{20,28}$/.test(text)) return false;
  return base58Bytes(text.slice(2)) === PAYLOAD_BYTES;
}

function base58Bytes(text: string): number {
  const zeros = /^1*/.exec(text)?.[0].length ?? 0;
  let value = 0n;
  for (const letter of text) value = value * 58n + BigInt(ALPHABET.indexOf(letter));
  return zeros + (value === 0n ? 0 : Math.ceil(value.toString(16).length / 2));
}
