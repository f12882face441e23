import { LosslessNumber } from "lossless-json";
import { z } from "zod";
import { wire } from "@/lib/contracts/wire";

/** No amount that anybody means has more digits; it keeps a body of a megabyte from becoming one number. */
const MAX_DIGITS = 100;
const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,9}))?$/;

/** Smallest units of the stablecoin. In: a text holding a whole number, or a number, cut at the point. Out: text. */
export const bigInteger = z.codec(
  z.union([z.string(), z.number(), z.instanceof(LosslessNumber)]),
  z.bigint(),
  {
    decode: (value, context) => {
      const number = typeof value === "string" ? ofText(value.trim()) : ofNumber(String(value));
      if (number !== null) return number;
      context.issues.push({ code: "custom", message: "not a whole number", input: value });
      return z.NEVER;
    },
    encode: (value) => `${value}`,
  },
);

const ofText = (text: string): bigint | null =>
  text.length <= MAX_DIGITS && /^[+-]?\d+$/.test(text) ? BigInt(text) : null;

function ofNumber(text: string): bigint | null {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = DECIMAL.exec(text) ?? [];
  const length = whole.length + Number(exponent);
  if (whole === "" || length > MAX_DIGITS) return null;
  if (length <= 0) return 0n;
  return BigInt(`${sign}${(whole + fraction).padEnd(length, "0").slice(0, length)}`);
}

/** POST /auto_invest/{chainId}/{campaign} */
export const AutoInvestOrder = wire({ amount: bigInteger });
export type AutoInvestOrder = z.output<typeof AutoInvestOrder>;

/** An order that waits for its coins or is on its way. Addresses are lower case. */
export const AutoInvest = wire({
  walletAddress: z.string(),
  campaignAddress: z.string(),
  /** As it was asked for. */
  amount: bigInteger,
});
export type AutoInvest = z.output<typeof AutoInvest>;

/** GET /auto_invest/{chainId}/{address} and …/campaign/{campaign}; newest first. */
export const AutoInvestList = wire({ autoInvests: z.array(AutoInvest) });

/** DELETE /auto_invest/{chainId}/{campaign}; false when there was none or it is on its way. */
export const AutoInvestCancellation = wire({ cancelled: z.boolean() });
