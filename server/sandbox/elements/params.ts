import { parseUnits } from "@/lib/domain/units";
import { RpcError } from "./port";

/** Arguments of one call, by position; what is missing or null reads as the default. */
export class Params {
  constructor(private readonly values: readonly unknown[]) {}

  raw(position: number): unknown {
    return this.values[position] ?? undefined;
  }

  text(position: number, fallback?: string): string {
    const value = this.raw(position) ?? fallback;
    if (typeof value === "string") return value;
    throw wrongType(position, "string");
  }

  whole(position: number, fallback?: number): number {
    const value = Number(this.raw(position) ?? fallback);
    if (Number.isInteger(value)) return value;
    throw wrongType(position, "number");
  }

  truth(position: number, fallback: boolean): boolean {
    const value = this.raw(position) ?? fallback;
    if (typeof value === "boolean") return value;
    throw wrongType(position, "bool");
  }

  record(position: number): Record<string, unknown> {
    const value = this.raw(position) ?? {};
    if (typeof value === "object" && !Array.isArray(value)) return value as Record<string, unknown>;
    throw wrongType(position, "object");
  }

  list(position: number): unknown[] {
    const value = this.raw(position) ?? [];
    if (Array.isArray(value)) return value;
    throw wrongType(position, "array");
  }
}

const wrongType = (position: number, expected: string) =>
  new RpcError(-3, `Wrong type passed: Position ${position + 1} is not of expected type ${expected}`);

const MOST_SATS = 2_100_000_000_000_000n;

/**
 * A number, an exponent ("1e-08") or a decimal string in units of 10⁸ sats.
 * @returns sats
 * @throws RpcError -3 for anything else, below one sat or out of range
 */
export function readAmount(value: unknown): bigint {
  const isText = typeof value === "string" || typeof value === "number" || typeof value === "object";
  const sats = isText && value !== null ? parseUnits(String(value), 8) : null;
  if (sats === null) throw new RpcError(-3, "Invalid amount");
  if (sats < 0n || sats > MOST_SATS) throw new RpcError(-3, "Amount out of range");
  return sats;
}
