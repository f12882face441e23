const LONGEST = 200;
const DIGITS = 15;
/** Of characters: what is cut leaves one, and no database takes it. */
const HALVES = /\p{Surrogate}/gu;

/**
 * The order people expect of names as an order of bytes, so that a database sorts them alike on every host: without
 * case and accents, numbers by their size.
 */
export const sortKey = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\d+/g, (digits) => digits.padStart(DIGITS, "0"))
    .slice(0, LONGEST)
    .replace(HALVES, "");
