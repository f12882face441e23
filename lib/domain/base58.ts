const ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** Base58 in Bitcoin's alphabet → bytes; null when a character does not belong to it. */
export function decodeBase58(text: string): Uint8Array | null {
  let value = 0n;
  for (const character of text) {
    const digit = ALPHABET.indexOf(character);
    if (digit < 0) return null;
    value = value * 58n + BigInt(digit);
  }
  const bytes: number[] = [];
  for (; value > 0n; value >>= 8n) bytes.unshift(Number(value & 0xffn));
  const zeros = /^1*/.exec(text)?.[0].length ?? 0;
  return Uint8Array.from([...new Array<number>(zeros).fill(0), ...bytes]);
}

/** 58 to the ninth power: the most digits whose value a plain number still holds exactly. */
const NINE_DIGITS = 58n ** 9n;
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

export function encodeBase58(bytes: Uint8Array): string {
  let hex = "0x0";
  for (const byte of bytes) hex += HEX[byte];
  let value = BigInt(hex);
  let text = "";
  for (; value > 0n; value /= NINE_DIGITS) {
    let part = Number(value % NINE_DIGITS);
    for (let digit = 0; digit < 9; digit += 1) {
      text = `${ALPHABET[part % 58]}${text}`;
      part = Math.floor(part / 58);
    }
  }
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return "1".repeat(zeros < 0 ? bytes.length : zeros) + text.replace(/^1+/, "");
}
