import { AppError } from "@/lib/errors";
import { errorsText } from "@/lib/messages/errors";

/** A number of AMP's out of an address; what is none is not asked of AMP. @throws AppError NOT_FOUND */
export function readObjectId(text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw new AppError("NOT_FOUND", errorsText.notHere);
}
