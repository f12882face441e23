import { inLanguage, said } from "./stored-words";

interface Cause extends Error {
  /** PostgreSQL's SQLSTATE or Node's name of a system error. */
  code?: unknown;
}

/** The innermost cause; undefined for what is no error at all. */
export function causeOf(error: unknown): Cause | undefined {
  if (!(error instanceof Error)) return undefined;
  return causeOf(error.cause) ?? error;
}

/** SQLSTATE class 22, "data exception": PostgreSQL's text then quotes the value it could not read. */
export const isDataException = ({ code }: Cause): boolean => typeof code === "string" && /^22...$/.test(code);

/**
 * The innermost cause's text. Wrapping errors quote what they were working on: a database library's message repeats
 * the query's parameters, user names and cipher texts among them.
 */
export function reasonOf(error: unknown): string | undefined {
  const cause = causeOf(error);
  if (!cause) return undefined;
  if (isDataException(cause)) return `PostgreSQL could not take a value (${cause.code}).`;
  if ("query" in cause && "params" in cause) return "A query failed.";
  // a refused connection to a name with several addresses has a code alone
  // The log is in English, whoever is to read the words elsewhere.
  const message = inLanguage("en", () => said(cause.message));
  return message || (typeof cause.code === "string" ? cause.code : cause.name);
}

/** The lines of the stack without the message above them, which can quote as much as the message itself. */
export function framesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const lines = (error.stack ?? "").split("\n").map((line) => line.trim());
  return lines.filter((line) => /^at .*:\d+:\d+\)?$/.test(line));
}
