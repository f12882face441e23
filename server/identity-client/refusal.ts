import { z } from "zod";
import { AppError, type ErrorCode } from "@/lib/errors";
import { investErrorsText as text } from "@/lib/messages/invest-errors";

/** A business or authentication error of the service. Its own words go to the log at most: they name addresses. */
const Refusal = z.object({ err_code: z.string().regex(/^\d{4}$/) });

/** The cause of what the client throws when the service answered. */
export class IdentityRefusal extends Error {
  constructor(
    readonly status: number,
    /** Four digits, section 1.10 of the service's contract; null when the answer carried none. */
    readonly errCode: string | null,
    request: string,
  ) {
    super(`${request} answered ${status} ${errCode ?? "without a code"}`);
    this.name = "IdentityRefusal";
  }
}

export const refusalOf = (error: unknown): IdentityRefusal | null =>
  error instanceof AppError && error.cause instanceof IdentityRefusal ? error.cause : null;

/** A token that does not verify, or none: the contract has 400, a service of another hand may have 401. */
export const isTokenRefused = (error: unknown): boolean => {
  const refusal = refusalOf(error);
  return refusal !== null && (refusal.status === 401 || ["0204", "0206"].includes(refusal.errCode ?? ""));
};

/** A path that the service does not have. */
export const isMissingRoute = (error: unknown): boolean => {
  const refusal = refusalOf(error);
  return refusal !== null && refusal.errCode === null && [404, 405, 501].includes(refusal.status);
};

const WORDS: Record<string, [ErrorCode, keyof typeof text]> = {
  "0110": ["REJECTED", "captcha"],
  "0111": ["CONFLICT", "kycMissing"],
  "0204": ["UNAUTHENTICATED", "sessionEnded"],
  "0206": ["UNAUTHENTICATED", "sessionEnded"],
  "0208": ["UNAUTHENTICATED", "sessionEnded"],
  "0209": ["CONFLICT", "attemptEnded"],
  "0210": ["REJECTED", "wrongSignature"],
  "0301": ["UNAUTHENTICATED", "userMissing"],
  "0302": ["UNAVAILABLE", "documents"],
  "0401": ["REJECTED", "chainUnknown"],
  "0402": ["REJECTED", "chainNotReady"],
  "0403": ["REJECTED", "campaignUnsupported"],
};

/** @param isRead repeating it changes nothing */
export function asAppError(request: string, status: number, body: string, isRead: boolean): AppError {
  const errCode = errCodeOf(body);
  const cause = new IdentityRefusal(status, errCode, request);
  if (status === 429) return new AppError("UNAVAILABLE", text.slowDown, { cause, retryable: true });
  const known = errCode === null ? undefined : WORDS[errCode];
  if (known) return new AppError(known[0], text[known[1]], { cause });
  if (status === 401) return new AppError("UNAUTHENTICATED", text.sessionEnded, { cause });
  if (status === 403) return new AppError("FORBIDDEN", text.notOffered, { cause });
  if (status === 404) return new AppError("NOT_FOUND", text.notOffered, { cause });
  if (status >= 500 || status < 400) {
    return new AppError("UNAVAILABLE", isRead ? text.unreachable : text.noAnswer, {
      cause,
      retryable: isRead,
    });
  }
  return new AppError("REJECTED", text.refused, { cause });
}

function errCodeOf(body: string): string | null {
  try {
    return Refusal.parse(JSON.parse(body)).err_code;
  } catch {
    return null;
  }
}
