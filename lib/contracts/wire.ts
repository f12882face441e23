import { LosslessNumber } from "lossless-json";
import { z } from "zod";
import { parseUnits, printUnits } from "@/lib/domain/units";

type Snake<S extends string> = S extends `${infer Head}${infer Tail}`
  ? `${Head extends Lowercase<Head> ? Head : `_${Lowercase<Head>}`}${Snake<Tail>}`
  : "";

export const toSnake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * An object whose keys are snake_case on the wire and camelCase in our code.
 * `renamed` names the exceptions (`{ gaid: "GAID" }`). Unknown wire keys are ignored.
 */
export function wire<
  S extends z.ZodRawShape,
  const R extends { [K in keyof S]?: string } = Record<never, string>,
>(shape: S, renamed?: R) {
  type Names = {
    [K in keyof S & string]: K extends keyof R ? (R[K] extends string ? R[K] : Snake<K>) : Snake<K>;
  };
  type WireShape = { -readonly [K in keyof S & string as Names[K]]: S[K] };
  type Inner = z.output<z.ZodObject<S>>;
  const exceptions = renamed as Record<string, string> | undefined;
  const names = Object.keys(shape).map((key) => [key, exceptions?.[key] ?? toSnake(key)] as const);
  const outer = z.object(
    Object.fromEntries(names.map(([key, name]) => [name, shape[key]])) as unknown as WireShape,
  );
  // Runs for each row of answers with thousands of them: a plain loop halves what reading them takes.
  const rename = (from: 0 | 1, to: 0 | 1) => (value: object) => {
    const copy: Record<string, unknown> = {};
    for (const pair of names)
      if (pair[from] in value) copy[pair[to]] = (value as Record<string, unknown>)[pair[from]];
    return copy;
  };
  return z.codec(outer, z.custom<Inner>(), {
    decode: (value) => rename(1, 0)(value as object) as Inner,
    encode: (value) => rename(0, 1)(value as object) as z.output<typeof outer>,
  });
}

/** Whole sats: JSON integer on the wire, `bigint` in our code. At most 2.1e15, below 2^53, so exact both ways. */
export const sats = z.codec(z.int().nonnegative(), z.bigint().nonnegative(), {
  decode: BigInt,
  encode: Number,
});

/**
 * Sats added up over an asset's life, which may pass 2^53: JSON integer on the wire, read and printed digit by digit
 * (`lib/exact-json.ts`), `bigint` in our code.
 */
export const totalSats = z.codec(
  z.union([
    z.int().nonnegative(),
    z.instanceof(LosslessNumber).refine((digits) => /^\d+$/.test(`${digits}`)),
  ]),
  z.bigint().nonnegative(),
  {
    decode: (value) => BigInt(String(value)),
    encode: (value) => {
      const number = Number(value);
      return Number.isSafeInteger(number) ? number : new LosslessNumber(String(value));
    },
  },
);

/** Unix seconds on the wire (only `vesting_timestamp`), `Date` in our code. */
export const unixTime = z.codec(z.int(), z.date(), {
  decode: (seconds) => new Date(seconds * 1000),
  encode: (date) => Math.floor(date.getTime() / 1000),
});

/** ISO-8601 UTC on the wire, microseconds as AMP prints them; `Date` in our code (milliseconds). */
export const isoTime = z.codec(z.iso.datetime({ offset: true }), z.date(), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString().replace("Z", "000Z"),
});

/**
 * An amount in Elements units (sats ÷ 10⁸) on the wire, `bigint` sats in our code.
 * Read from the text of the number (`lib/exact-json.ts`), so that no digit passes through a float. May be negative.
 */
export const elementsAmount = z.codec(
  z.union([z.number(), z.string(), z.instanceof(LosslessNumber)]),
  z.bigint(),
  {
    decode: (value, context) => {
      const parsed = parseUnits(String(value), 8);
      if (parsed !== null) return parsed;
      context.issues.push({ code: "custom", message: "not an amount with at most 8 decimals", input: value });
      return z.NEVER;
    },
    encode: (value) => new LosslessNumber(printUnits(value, 8)),
  },
);

export const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
export const outpoint = wire({ txid: hex64, vout: z.int().nonnegative() });
export type Outpoint = z.output<typeof outpoint>;
