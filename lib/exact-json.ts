import { LosslessNumber, parse, stringify } from "lossless-json";

/**
 * JSON whose decimals keep their digits: whole numbers in the safe range become `number`, everything else a
 * `LosslessNumber` holding the text. For work orders and the node's RPC, whose amounts are decimals.
 */
export function parseExactJson(text: string): unknown {
  return parse(text, undefined, (digits) => {
    const value = Number(digits);
    return /^-?\d+$/.test(digits) && Number.isSafeInteger(value) ? value : new LosslessNumber(digits);
  });
}

/** The reverse of `parseExactJson`: a `LosslessNumber` is printed digit by digit. */
export const printExactJson = (value: unknown, indent?: number): string =>
  stringify(value, undefined, indent) ?? "null";
