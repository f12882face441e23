import { fromHex } from "./bytes";

/** Enough of secp256k1 to add up commitments in tests, written apart from the library that makes them. */

const P = 2n ** 256n - 2n ** 32n - 977n;
export type Point = { x: bigint; y: bigint } | null;

const mod = (value: bigint) => ((value % P) + P) % P;

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let square = mod(base), rest = exponent; rest > 0n; rest >>= 1n, square = mod(square * square)) {
    if (rest & 1n) result = mod(result * square);
  }
  return result;
}

/** A commitment (08, 09) or generator (0a, 0b): the even prefix has the y that is a square. */
export function readPoint(hex: string): Point {
  const bytes = fromHex(hex);
  const x = BigInt(`0x${bytes.subarray(1).toString("hex")}`);
  const square = power(x ** 3n + 7n, (P + 1n) / 4n);
  return { x, y: (bytes[0] ?? 0) % 2 === 0 ? square : mod(-square) };
}

export function add(one: Point, other: Point): Point {
  if (!one || !other) return one ?? other;
  if (one.x === other.x && mod(one.y + other.y) === 0n) return null;
  const slope =
    one.x === other.x
      ? 3n * one.x * one.x * power(2n * one.y, P - 2n)
      : (other.y - one.y) * power(other.x - one.x, P - 2n);
  const x = mod(slope * slope - one.x - other.x);
  return { x, y: mod(slope * (one.x - x) - one.y) };
}

export function multiply(point: Point, scalar: bigint): Point {
  let result: Point = null;
  for (let doubled = point, rest = scalar; rest > 0n; rest >>= 1n, doubled = add(doubled, doubled)) {
    if (rest & 1n) result = add(result, doubled);
  }
  return result;
}
