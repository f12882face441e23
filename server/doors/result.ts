import { z } from "zod";
import { AppError, type ErrorView } from "@/lib/errors";
import { errorsText } from "@/lib/messages/errors";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { said } from "@/server/platform/stored-words";

/** @throws AppError INVALID_INPUT with texts per field, each once: several rules of a field may say the same */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string[]> = {};
  for (const issue of parsed.error.issues) {
    const name = String(issue.path[0] ?? "form");
    fields[name] = [...new Set([...(fields[name] ?? []), issue.message])];
  }
  throw new AppError("INVALID_INPUT", errorsText.invalidInput, { fields });
}

/** What the browser is told; the cause goes to the log, once, under the same request id. */
export function toErrorView(error: unknown, requestId: string): ErrorView {
  if (!(error instanceof AppError)) {
    log.error("request.failed", { requestId, name: nameOf(error), reason: reasonOf(error) });
    return { code: "INTERNAL", message: errorsText.internal, retryable: false, requestId };
  }
  const isOurs = error.code === "INTERNAL" || error.code === "UNAVAILABLE";
  log[isOurs ? "warn" : "info"]("request.refused", {
    requestId,
    code: error.code,
    cause: reasonOf(error.cause),
  });
  return {
    code: error.code,
    // Its words may be those that are stored as well.
    message: said(error.message),
    retryable: error.retryable,
    requestId,
    ...(error.fields ? { fields: said(error.fields) } : {}),
    ...(error.link ? { link: error.link } : {}),
    ...(error.isUnderWay ? { isUnderWay: true } : {}),
  };
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : typeof error);

/** Fields that several actions share. */
export const fields = {
  intentId: z.uuid(),
  assetUuid: z.uuid(),
  id: z.int().positive(),
};
