import { LosslessNumber } from "lossless-json";
import { parseUnits } from "@/lib/domain/units";
import { RpcError } from "./port";

/** Arguments of one call, by position; what is missing or null reads as the default. */
export class Params {
  /** @param names of the positions, for messages  @param usage what a call without a needed argument is told */
  constructor(
    private readonly values: readonly unknown[],
    private readonly names: readonly string[] = [],
    private readonly usage = "",
  ) {}

  raw(position: number): unknown {
    return this.values[position] ?? undefined;
  }

  text(position: number, fallback?: string): string {
    const value = this.given(position, fallback);
    if (typeof value !== "string") throw this.wrongType(position, value, "string");
    if (value.includes("\0")) throw new RpcError(-8, "Invalid parameter, a text must not contain NUL");
    return value;
  }

  /** A whole number of 32 bits; neither a text nor a fraction. */
  whole(position: number, fallback?: number): number {
    const number = this.long(position, fallback);
    if (isInt32(number)) return number;
    throw new RpcError(-1, "JSON integer out of range");
  }

  /** The same of any length that JavaScript can count. */
  long(position: number, fallback?: number): number {
    const value = this.given(position, fallback);
    if (!isNumber(value)) throw this.wrongType(position, value, "number");
    const number = Number(String(value));
    if (Number.isSafeInteger(number) && /^-?\d+$/.test(String(value))) return number;
    throw new RpcError(-1, "JSON integer out of range");
  }

  truth(position: number, fallback?: boolean): boolean {
    const value = this.given(position, fallback);
    if (typeof value === "boolean") return value;
    throw this.wrongType(position, value, "bool");
  }

  record(position: number): Record<string, unknown> {
    const value = this.raw(position) ?? {};
    if (typeNameOf(value) === "object") return value as Record<string, unknown>;
    throw this.wrongType(position, value, "object");
  }

  list(position: number): unknown[] {
    const value = this.raw(position) ?? [];
    if (Array.isArray(value)) return value;
    throw this.wrongType(position, value, "array");
  }

  /** A txid, block hash or asset id. @throws RpcError -8 for anything but 64 hex digits */
  hash(position: number, fallback?: string): string {
    return readHash(this.text(position, fallback), this.names[position] ?? "parameter");
  }

  private given(position: number, fallback: unknown): unknown {
    const value = this.raw(position) ?? fallback;
    if (value === undefined) throw new RpcError(-1, this.usage);
    return value;
  }

  private wrongType(position: number, value: unknown, expected: string): RpcError {
    const place = `Position ${position + 1} (${this.names[position] ?? ""})`;
    const reason = `JSON value of type ${typeNameOf(value)} is not of expected type ${expected}`;
    return new RpcError(-3, `Wrong type passed:\n{\n    "${place}": "${reason}"\n}`);
  }
}

/** What a node's plain integers hold. */
export const isInt32 = (value: unknown): value is number =>
  Number.isInteger(value) && Math.abs(Number(value) + 0.5) < 0x8000_0000;

const isNumber = (value: unknown): boolean => typeof value === "number" || value instanceof LosslessNumber;

function typeNameOf(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return "array";
  if (isNumber(value)) return "number";
  return typeof value === "boolean" ? "bool" : typeof value;
}

/** @throws RpcError -8 in the node's words */
export function readHash(text: string, name: string): string {
  if (text.length !== 64) {
    throw new RpcError(-8, `${name} must be of length 64 (not ${text.length}, for '${text}')`);
  }
  if (/^[0-9a-f]{64}$/i.test(text)) return text.toLowerCase();
  throw new RpcError(-8, `${name} must be hexadecimal string (not '${text}')`);
}

const MOST_SATS = 2_100_000_000_000_000n;

/**
 * A number, an exponent ("1e-08") or a decimal string in units of 10⁸ sats.
 * @returns sats
 * @throws RpcError -3 for anything else, below one sat or out of range
 */
export function readAmount(value: unknown): bigint {
  if (!isNumber(value) && typeof value !== "string") {
    throw new RpcError(-3, "Amount is not a number or string");
  }
  const sats = parseUnits(String(value), 8);
  if (sats === null) throw new RpcError(-3, "Invalid amount");
  if (sats < 0n || sats > MOST_SATS) throw new RpcError(-3, "Amount out of range");
  return sats;
}
