const INITIAL = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
];

/** First 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const ROUND_KEYS = roundKeys();

function roundKeys(): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < 64; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes.map((prime) => Math.floor((Math.cbrt(prime) % 1) * 2 ** 32) >>> 0);
}

const rotate = (word: number, by: number) => (word >>> by) | (word << (32 - by));

/** SHA-256 without a platform's help: the same in the browser, where the built-in one answers only later. */
export function sha256(message: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(message.length / 2 ** 29));
  view.setUint32(padded.length - 4, (message.length << 3) >>> 0);
  let state = INITIAL;
  for (let offset = 0; offset < padded.length; offset += 64) state = compress(state, view, offset);
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, index) => {
    digest.setUint32(index * 4, word);
  });
  return new Uint8Array(digest.buffer);
}

function compress(state: number[], block: DataView, offset: number): number[] {
  const words = schedule(block, offset);
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (const [round, word] of words.entries()) {
    const high = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + high + ((e & f) ^ (~e & g)) + (ROUND_KEYS[round] ?? 0) + word) >>> 0;
    const low = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const second = (low + ((a & b) ^ (a & c) ^ (b & c))) >>> 0;
    [a, b, c, d, e, f, g, h] = [(first + second) >>> 0, a, b, c, (d + first) >>> 0, e, f, g];
  }
  return [a, b, c, d, e, f, g, h].map((word, index) => (word + (state[index] ?? 0)) >>> 0);
}

function schedule(block: DataView, offset: number): number[] {
  const words: number[] = [];
  const at = (index: number) => words[index] ?? 0;
  for (let index = 0; index < 16; index++) words.push(block.getUint32(offset + index * 4));
  for (let index = 16; index < 64; index++) {
    const older = at(index - 15);
    const newer = at(index - 2);
    const low = rotate(older, 7) ^ rotate(older, 18) ^ (older >>> 3);
    const high = rotate(newer, 17) ^ rotate(newer, 19) ^ (newer >>> 10);
    words.push((at(index - 16) + low + at(index - 7) + high) >>> 0);
  }
  return words;
}
