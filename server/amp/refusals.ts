import { AppError } from "@/lib/errors";

/** AMP gives its reasons in words alone. */
const SO_ALREADY = /already/i;
const NOT_SO_ANYWAY = /not a member|\bnot in\b|does not require/i;
const TAKEN = /already|\bexists\b|duplicate|unique|in use|taken/i;

/** AMP said no, with or without words. */
export const isRejected = (error: unknown): error is AppError =>
  error instanceof AppError && error.code === "REJECTED";

/** Whether AMP refused a change because it has it so. @param isOn what was asked for, rather than its opposite */
export const isSoAlready = (error: unknown, isOn: boolean): boolean =>
  isRejected(error) && (isOn ? SO_ALREADY : NOT_SO_ANYWAY).test(error.message);

/** Whether AMP refused a name, and because there is one of it: another fault of a name is told in AMP's words. */
export function isNameTaken(error: unknown): error is AppError {
  if (!isRejected(error)) return false;
  return TAKEN.test(error.fields ? (error.fields.name ?? []).join(" ") : error.message);
}
