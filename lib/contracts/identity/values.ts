import { LosslessNumber } from "lossless-json";
import { z } from "zod";

/** Fields as the service reads them: it takes numbers for text and digits in text for numbers. */

const scalar = z.union([z.string(), z.number(), z.boolean(), z.instanceof(LosslessNumber)]);

/** Any text, mandatory; numbers and booleans become their text. */
export const text = z.codec(scalar, z.string(), { decode: String, encode: (value) => value });

const MAX_LONG = 2n ** 63n;

/** A 64-bit number; a fraction is cut off, a text must hold a whole number. */
export const long = z.codec(z.union([z.number(), z.string(), z.instanceof(LosslessNumber)]), z.bigint(), {
  decode: (value, context) => {
    const digits = typeof value === "string" ? value.trim() : cutFraction(String(value));
    if (/^[+-]?\d{1,20}$/.test(digits)) {
      const number = BigInt(digits.replace("+", ""));
      if (number < MAX_LONG && number >= -MAX_LONG) return number;
    }
    context.issues.push({ code: "custom", message: "not a 64-bit whole number", input: value });
    return z.NEVER;
  },
  encode: (value) => (Number.isSafeInteger(Number(value)) ? Number(value) : new LosslessNumber(`${value}`)),
});

/** 1.5 → 1 and 1.5e1 → 15; what is no decimal number stays as it is. */
function cutFraction(digits: string): string {
  const number = Number(digits);
  if (!Number.isFinite(number)) return digits;
  if (!/[.eE]/.test(digits)) return digits;
  return Math.abs(number) < 1e18 ? BigInt(Math.trunc(number)).toString() : digits;
}

const isMissing = (value: unknown) => value === undefined || value === null || value === "";

/** A number that may be absent: null then, and for an empty text. */
export const optionalLong = z.preprocess((value) => (isMissing(value) ? null : value), long.nullable());

/** A number that counts as 0 when it is absent, null or an empty text. */
export const longOrZero = z.preprocess((value) => (isMissing(value) ? 0 : value), long);

/** Milliseconds on the wire and in our code. */
export const millis = z.int().nonnegative();
