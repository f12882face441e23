/** Decimal text ↔ whole units, without floats. Everything that shows or reads an amount goes through here. */

const DECIMAL = /^(-?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * "1.5" with `decimals` 2 → 150n; exponents as peers print them ("1e-08") are read.
 * @returns null when the text is no decimal number or carries more digits than `decimals`
 */
export function parseUnits(text: string, decimals: number): bigint | null {
  const match = DECIMAL.exec(text.trim());
  if (!match) return null;
  const [, sign = "", whole = "0", fraction = "", exponent = "0"] = match;
  const shift = decimals - fraction.length + Number(exponent);
  const digits = BigInt(whole + fraction);
  if (shift >= 0) return signed(sign, digits * 10n ** BigInt(shift));
  const divisor = 10n ** BigInt(-shift);
  return digits % divisor === 0n ? signed(sign, digits / divisor) : null;
}

/** 150n with `decimals` 2 → "1.50"; always prints exactly `decimals` digits. */
export function printUnits(value: bigint, decimals: number): string {
  const negative = value < 0n;
  const digits = (negative ? -value : value).toString().padStart(decimals + 1, "0");
  const point = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return negative ? `-${text}` : text;
}

const signed = (sign: string, value: bigint) => (sign === "-" ? -value : value);
