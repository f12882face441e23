import { readFileSync } from "node:fs";
import path from "node:path";
import { LosslessNumber } from "lossless-json";
import { expect } from "vitest";
import { parseExactJson } from "@/lib/exact-json";
import { networkFacts } from "../ledger/networks";
import { descriptorChecksum } from "./descriptors";

/** Calls recorded on a real node, and how an answer of the sandbox is held against them. */

export interface Recorded {
  name: string;
  request: { wallet: string | null; method: string; params: unknown[] };
  http_status: number;
  response: { result: unknown; error: unknown };
}

export function readRecordings<T = { calls: Recorded[] }>(file: string): T {
  return parseExactJson(readFileSync(path.join(import.meta.dirname, file), "utf8")) as T;
}

/** The value with the ids of this sandbox in place of the recorded ones, keys of objects included. */
export function translate<T>(value: T, ids: ReadonlyMap<string, string>): T {
  if (typeof value === "string") return (ids.get(value) ?? value) as T;
  if (Array.isArray(value)) return value.map((inner) => translate(inner, ids)) as T;
  if (value instanceof LosslessNumber || typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [translate(key, ids), translate(inner, ids)]),
  ) as T;
}

/** A recorded value as a client sends it. */
export const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, inner) => numeric(inner)));
const numeric = (value: unknown) => (value instanceof LosslessNumber ? Number(value.toString()) : value);

/** Values that must be the recorded ones wherever they stand. */
const SAME = new Set([
  ...["chain", "subversion", "version", "protocolversion", "relayfee", "incrementalfee", "pruned"],
  ...["initialblockdownload", "verificationprogress", "trim_headers", "max_block_witness"],
  ...["current_signblock_asm", "current_signblock_hex"],
  ...["walletname", "walletversion", "format", "keypoolsize", "keypoolsize_hd_internal", "paytxfee"],
  ...["private_keys_enabled", "avoid_reuse", "scanning", "descriptors", "external_signer", "blank"],
  ...["category", "comment", "label", "vout", "vin", "abandoned", "trusted", "confirmations", "safe"],
  ...["bip125-replaceable", "isreissuance", "spendable", "solvable", "entropy", "asset", "token", "txid"],
  ...["ismine", "iswatchonly", "isscript", "iswitness", "witness_version", "ischange", "hdseedid"],
  ...["isvalid", "isvalid_parent", "error", "error_parent", "tokenamount", "assetamount"],
  ...["value-minimum", "value-maximum", "ct-exponent", "ct-bits", "commitmentnonce_fully_valid", "n", "type"],
]);
/** Amounts of which only the sign is the same. */
const LBTC_AMOUNTS = new Set(["amount", "fee", "bitcoin"]);
const POLICY_ASSET = networkFacts("regtest").policyAsset;
const HEX = /^[0-9a-f]+$/;
/** "<99 bytes>": cut out when it was recorded. */
const CUT = /^<\d+ bytes.*>$/;

const kindOf = (value: unknown): string =>
  value === null ? "null" : Array.isArray(value) ? "array" : typeof value;

/**
 * The same fields with the same kinds of values; the same values where they do not depend on the wallet. `leftOut`
 * names fields that cannot be compared.
 */
export function expectLike(
  actual: unknown,
  recorded: unknown,
  place: string,
  leftOut: ReadonlySet<string> = new Set(),
): void {
  const key = place.split(".").at(-1) ?? "";
  const [mine, theirs] = [numeric(actual), numeric(recorded)];
  expect(kindOf(mine), place).toBe(kindOf(theirs));
  if (Array.isArray(theirs)) {
    // Warnings are the node's own affair.
    if (key === "warnings") return;
    expect((mine as unknown[]).length, place).toBe(theirs.length);
    for (const [index, inner] of theirs.entries())
      expectLike((mine as unknown[])[index], inner, `${place}.${index}`, leftOut);
  } else if (typeof theirs === "object" && theirs !== null) {
    const wanted = Object.keys(theirs).filter((name) => !leftOut.has(name));
    expect(Object.keys(mine as object), place).toEqual(expect.arrayContaining(wanted));
    for (const name of wanted) {
      const values = [mine, theirs].map((side) => (side as Record<string, unknown>)[name]);
      expectLike(values[0], values[1], `${place}.${name}`, leftOut);
      if (isAmountOfAsset(name, theirs as Record<string, unknown>))
        expect(numeric(values[0]), `${place}.${name}`).toEqual(numeric(values[1]));
    }
  } else if (SAME.has(key)) {
    expect(mine, place).toEqual(theirs);
  } else if (typeof theirs === "number" && LBTC_AMOUNTS.has(key)) {
    expect(Math.sign(mine as number), `sign of ${place}`).toBe(Math.sign(theirs));
  } else if (typeof theirs === "string" && key.endsWith("blinder")) {
    expect(isZero(String(mine)), `zero at ${place}`).toBe(isZero(theirs));
    expectLikeText(String(mine), theirs, place);
  } else if (typeof theirs === "string") expectLikeText(String(mine), theirs, place);
}

/** L-BTC depends on what a wallet had before, what moves of another asset does not. */
const isAmountOfAsset = (name: string, { asset }: Record<string, unknown>) =>
  name === "amount" ? typeof asset === "string" && asset !== POLICY_ASSET : /^[0-9a-f]{64}$/.test(name);
const isZero = (hex: string) => /^0*$/.test(hex);

function expectLikeText(mine: string, theirs: string, place: string): void {
  if (CUT.test(theirs)) return;
  if (HEX.test(theirs)) expect(mine, place).toMatch(new RegExp(`^[0-9a-f]{${theirs.length}}$`));
  const [body = "", checksum] = theirs.split("#");
  if (!checksum || descriptorChecksum(body) !== checksum) return;
  const [own = "", ownChecksum] = mine.split("#");
  expect(ownChecksum, place).toBe(descriptorChecksum(own));
  // The same form around other keys and indexes.
  const form = (text: string) =>
    text.replace(/[tx]pub\w+|0[23][0-9a-f]{64}|\[[0-9a-f]{8}|(?<=addr\()\w+/g, "K");
  const shape = (text: string) => form(text).replace(/\/\d+\]/, "/I]");
  expect(shape(own), place).toBe(shape(body));
}
