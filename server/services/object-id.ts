import { AppError } from "@/lib/errors";
import { errorsText } from "@/lib/messages/errors";

/** A number of AMP's out of an address; what is none is not asked of AMP. @throws AppError NOT_FOUND */
export function readObjectId(text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw new AppError("NOT_FOUND", errorsText.notHere);
}

/** Whether an id of our own out of an address may be asked of the database. */
export const isUuid = (text: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
