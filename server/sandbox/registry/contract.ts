import { createHash } from "node:crypto";
import { LosslessNumber } from "lossless-json";
import { bytesToId } from "../ledger/bytes";
import { refuse } from "./refusal";

/** A contract as it was sent. Its hash covers every key, those the registry does not know included. */
export type ContractJson = Record<string, unknown>;

/** What the registry reads of a contract. */
export interface AssetFields {
  version: number;
  issuerPubkey: string;
  name: string;
  ticker: string | null;
  collection: string | null;
  precision: number;
  domain: string;
}

/** Keys sorted at every level, no white space, numbers digit by digit as they were sent. */
export function canonicalText(value: unknown): string {
  if (value instanceof LosslessNumber) return value.toString();
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalText(inner)}`).join(",")}}`;
}

/** One SHA-256 over the canonical text, shown with its bytes reversed. */
export const contractHash = (contract: ContractJson): string =>
  bytesToId(createHash("sha256").update(canonicalText(contract)).digest());

/** @throws RegistryRefusal "invalid contract fields: …" when a field is missing or has another type */
export function readFields(contract: unknown): AssetFields {
  if (!isObject(contract)) throw invalid("expected an object");
  const { entity } = contract;
  if (!isObject(entity)) throw invalid(missingOr(entity, "entity", "an object"));
  return {
    version: wholeNumber(contract, "version"),
    issuerPubkey: text(contract, "issuer_pubkey"),
    name: text(contract, "name"),
    ticker: optionalText(contract, "ticker"),
    collection: optionalText(contract, "collection"),
    precision: contract.precision === undefined ? 0 : wholeNumber(contract, "precision"),
    domain: text(entity, "domain"),
  };
}

const invalid = (cause: string) => refuse("invalid contract fields", cause);
const isObject = (value: unknown): value is ContractJson =>
  value !== null && typeof value === "object" && !Array.isArray(value) && !(value instanceof LosslessNumber);

const missingOr = (value: unknown, name: string, wanted: string) =>
  value === undefined ? `missing field \`${name}\`` : `invalid type for \`${name}\`, expected ${wanted}`;

function text(object: ContractJson, name: string): string {
  const value = object[name];
  if (typeof value !== "string") throw invalid(missingOr(value, name, "a string"));
  return value;
}

const optionalText = (object: ContractJson, name: string): string | null =>
  object[name] === undefined || object[name] === null ? null : text(object, name);

function wholeNumber(object: ContractJson, name: string): number {
  const value = object[name];
  if (typeof value !== "number" || value < 0 || value > 0xffff_ffff)
    throw invalid(missingOr(value, name, "a whole number"));
  return value;
}
