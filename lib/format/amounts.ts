import { parseUnits, printUnits } from "@/lib/domain/units";
import { speech } from "@/lib/messages/catalogue";
import { groupSeparator } from "@/lib/messages/locale";

/** 1234567n → "1,234,567", in German "1 234 567". */
export const groupDigits = (digits: string): string =>
  digits.replace(/\B(?=(\d{3})+(?!\d))/g, groupSeparator());

export interface AmountFormat {
  ticker?: string | null | undefined;
  /** Writes "+" before what is above zero: for movements. */
  signed?: boolean;
}

/**
 * Sats as a wallet shows them: 10000n with `precision` 2 → "100.00". The minus is the typographic one (−).
 * @param precision the asset's registry precision; 8 for L-BTC, 0 for reissuance tokens
 */
export function formatAmount(sats: bigint, precision: number, { ticker, signed }: AmountFormat = {}): string {
  const [whole = "0", fraction] = printUnits(sats < 0n ? -sats : sats, precision).split(".");
  const figure = fraction === undefined ? groupDigits(whole) : `${groupDigits(whole)}.${fraction}`;
  const text = `${signOf(sats, signed)}${figure}`;
  return ticker ? `${text} ${ticker}` : text;
}

/** Sats themselves, grouped: 10000n → "10,000". */
export const formatSats = (sats: bigint): string => formatAmount(sats, 0);

export type AmountError =
  | "empty"
  | "not-a-number"
  | "ambiguous"
  | "too-many-decimals"
  | "negative"
  | "too-large";
export type ParsedAmount = { sats: bigint; error?: never } | { sats?: never; error: AmountError };

/** What Elements' money range allows for one asset. */
const MAX_SATS = 2_100_000_000_000_000n;

const PLAIN = /^\d+(?:\.\d*)?$|^\.\d+$/;
/** A group of thousands never begins with a zero: "0,500" is half a unit to who writes it. */
const GROUPED = /^[1-9]\d{0,2}(?:([,'’ \u00a0\u2009\u202f])\d{3})(?:\1\d{3})*(?:\.\d*)?$/;

/** In German either is a thousand to one and a unit to another. */
const TWO_READINGS = /^[1-9]\d{0,2}[.,]\d{3}$/;
const isAmbiguous = (typed: string, precision: number): boolean =>
  speech.language() === "de" && TWO_READINGS.test(typed) && !(precision === 3 && typed.includes(".")); // as the desk itself writes it

/**
 * Reads what a person typed in the displayed unit. Groups of three may be separated by a comma, an apostrophe or a
 * space; decimals stand behind a point. Zero is a number: whether it is allowed is the form's question.
 * @param most in sats: what is more is too large
 */
export function parseAmountInput(text: string, precision: number, most = MAX_SATS): ParsedAmount {
  const typed = text.trim();
  if (typed === "") return { error: "empty" };
  if (/^[-−]/.test(typed)) return { error: "negative" };
  if (!PLAIN.test(typed) && !GROUPED.test(typed)) return { error: "not-a-number" };
  if (isAmbiguous(typed, precision)) return { error: "ambiguous" };
  const plain = typed.replace(/[^\d.]/g, "");
  const sats = parseUnits(plain.startsWith(".") ? `0${plain}` : plain, precision);
  if (sats === null) return { error: "too-many-decimals" };
  return sats > most ? { error: "too-large" } : { sats };
}

/** Part of a whole in percent with two decimals, rounded half up, exact: (1n, 3n) → "33.33". */
export function formatShare(part: bigint, whole: bigint): string {
  if (whole === 0n) return "0.00";
  return printUnits((part * 20_000n + whole) / (whole * 2n), 2);
}

/** The same for reading: what is there is not shown as nothing, what is left not as all: "<0.01", ">99.99". */
export function shownShare(part: bigint, whole: bigint): string {
  const share = formatShare(part, whole);
  if (share === "0.00" && part > 0n) return "<0.01";
  if (share === "100.00" && part < whole) return ">99.99";
  return share;
}

function signOf(sats: bigint, signed: boolean | undefined): string {
  if (sats < 0n) return "−";
  return signed && sats > 0n ? "+" : "";
}
