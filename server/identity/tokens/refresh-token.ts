import { createHash, randomInt } from "node:crypto";

const LENGTH = 128;
const SYMBOLS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_+";

/** 128 characters, each drawn evenly from 65. */
export const makeRefreshToken = (): string =>
  Array.from({ length: LENGTH }, () => SYMBOLS[randomInt(SYMBOLS.length)]).join("");

/** What is stored of a token: 770 bits need neither salt nor stretching. */
export const hashRefreshToken = (token: string): string => createHash("sha256").update(token).digest("hex");
