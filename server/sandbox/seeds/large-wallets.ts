import { hash as hashOf, randomBytes } from "node:crypto";
import { encodeBase58 } from "@/lib/domain/base58";
import { fromHex } from "../ledger/bytes";
import { type GaidRole, gaidTweak } from "../ledger/gaid-keys";
import { networkFacts } from "../ledger/networks";
import type { LiquidNetwork } from "../ledger/port";
import type { Zkp } from "../ledger/zkp";

/** An investor's wallet with its first address, as `createGaid` and `nextGaidAddress` would have made them. */
export interface LargeWallet {
  gaid: string;
  seedHex: string;
  scriptHex: string;
  /** As it stands in an output. */
  address: string;
  /** As it was handed out. */
  confidentialAddress: string;
  publicKey: string;
  blindingPublicKey: string;
}

/** The curve's field and the order of its group. */
const FIELD = 2n ** 256n - 2n ** 32n - 977n;
const ORDER = BigInt("0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141");

const numberOf = (bytes: Uint8Array) => BigInt(`0x${Buffer.from(bytes).toString("hex")}`);
const hex64 = (value: bigint) => value.toString(16).padStart(64, "0");

interface Point {
  x: bigint;
  y: bigint;
}

/**
 * Makes wallets in great number: their seeds are consecutive numbers, and so their public keys are one point after the
 * other, each found by one addition (an inversion is shared by hundreds) where a multiplication takes fifty times as long.
 */
export class WalletMaker {
  readonly #multiples: Point[];
  readonly #first: bigint;
  #made = 0;

  constructor(
    private readonly zkp: Zkp,
    private readonly network: LiquidNetwork,
  ) {
    this.#multiples = Array.from({ length: MOST }, (_, index) => this.#multiply(BigInt(index + 1)));
    this.#first = numberOf(randomBytes(31));
  }

  /** @param count at most 512 */
  make(count: number): LargeWallet[] {
    const first = this.#first + BigInt(this.#made);
    this.#made += count;
    const [holder, backend, blinding] = (["holder", "backend", "blinding"] as const).map((role) =>
      this.#publicKeys(role, first, count),
    ) as [string[], string[], string[]];
    return holder.map((publicKey, index) =>
      this.#wallet(hex64(first + BigInt(index)), publicKey, backend[index] ?? "", blinding[index] ?? ""),
    );
  }

  #wallet(seedHex: string, publicKey: string, backend: string, blindingPublicKey: string): LargeWallet {
    const witness = digest("sha256", fromHex(`5221${publicKey}21${backend}52ae`));
    const hash = digest("ripemd160", digest("sha256", Buffer.concat([Buffer.from([0, 32]), witness])));
    const { scriptHash, confidentialPrefix } = networkFacts(this.network).params;
    const opened = [confidentialPrefix, scriptHash, ...fromHex(blindingPublicKey), ...hash];
    return {
      gaid: newGaid(),
      seedHex,
      scriptHex: `a914${hash.toString("hex")}87`,
      address: withChecksum(Buffer.concat([Buffer.from([scriptHash]), hash])),
      confidentialAddress: withChecksum(Buffer.from(opened)),
      publicKey,
      blindingPublicKey,
    };
  }

  #publicKeys(role: GaidRole, first: bigint, count: number): string[] {
    const start = (first + numberOf(gaidTweak(role, false, 0))) % ORDER;
    return consecutive(this.#multiply(start), this.#multiples.slice(0, count - 1)).map(compressed);
  }

  #multiply(scalar: bigint): Point {
    const point = this.zkp.ecc.pointFromScalar(fromHex(hex64(scalar)), false);
    if (!point) throw new Error("A key is outside the curve's order.");
    return { x: numberOf(point.subarray(1, 33)), y: numberOf(point.subarray(33)) };
  }
}
const MOST = 511;

/** The point itself and its sums with each of the others. */
function consecutive(point: Point, others: Point[]): Point[] {
  const differences = others.map(({ x }) => modulo(x - point.x));
  const inverses = invertAll(differences);
  const sums = others.map((other, index) => {
    const slope = ((other.y - point.y) * (inverses[index] ?? 0n)) % FIELD;
    const x = modulo(slope * slope - point.x - other.x);
    return { x, y: modulo(slope * (point.x - x) - point.y) };
  });
  return [point, ...sums];
}

const modulo = (value: bigint): bigint => {
  const rest = value % FIELD;
  return rest < 0n ? rest + FIELD : rest;
};

/** All inverses for the price of one: the product is inverted, then taken apart again. */
function invertAll(values: bigint[]): bigint[] {
  const products: bigint[] = [];
  let product = 1n;
  for (const value of values) {
    products.push(product);
    product = (product * value) % FIELD;
  }
  let inverse = invert(product, FIELD);
  const inverses = new Array<bigint>(values.length);
  for (let index = values.length - 1; index >= 0; index -= 1) {
    inverses[index] = (inverse * (products[index] ?? 1n)) % FIELD;
    inverse = (inverse * (values[index] ?? 1n)) % FIELD;
  }
  return inverses;
}

/** The inverse of a number, by Euclid's algorithm. */
export function invert(value: bigint, order: bigint): bigint {
  let [a, b, x, y] = [value, order, 1n, 0n];
  while (a > 1n) {
    const quotient = a / b;
    [a, b] = [b, a % b];
    [x, y] = [y, x - quotient * y];
  }
  return x < 0n ? x + order : x;
}

const compressed = ({ x, y }: Point): string => `${y % 2n === 0n ? "02" : "03"}${hex64(x)}`;

const digest = (algorithm: "sha256" | "ripemd160", bytes: Uint8Array): Buffer =>
  hashOf(algorithm, bytes, "buffer");

const withChecksum = (body: Buffer): string =>
  encodeBase58(Buffer.concat([body, digest("sha256", digest("sha256", body)).subarray(0, 4)]));

/** As long as the real ones are. */
function newGaid(): string {
  for (;;) {
    const gaid = `GA${encodeBase58(randomBytes(20))}`;
    if (gaid.length >= 29) return gaid;
  }
}
