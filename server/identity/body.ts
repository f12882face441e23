import type { z } from "zod";
import type { IdentityEndpoint } from "@/lib/contracts/identity/endpoints";
import { parseExactJson } from "@/lib/exact-json";
import { readWhole, TOO_LARGE } from "@/server/platform/request-body";
import { frameworkError } from "./errors";

const MAX_BYTES = 1024 * 1024;
const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;

/**
 * What a request carries: decoded by the endpoint's shape, as bytes where the endpoint wants those, else nothing.
 * @throws Refusal 400, 413 or 415 in the framework's shape
 */
export async function readBody(request: Request, endpoint: IdentityEndpoint): Promise<unknown> {
  const bytes = await readWhole(request, MAX_BYTES).catch(() => null);
  if (bytes === TOO_LARGE) throw frameworkError(413, { connection: "close" });
  if (endpoint.isRaw) return bytes ?? new Uint8Array();
  if (!endpoint.body) return undefined;
  return decodeJson(endpoint, endpoint.body, request.headers.get("content-type"), bytes);
}

function decodeJson(
  { isBodyOptional }: IdentityEndpoint,
  shape: z.ZodType,
  type: string | null,
  bytes: Uint8Array | null,
): unknown {
  if (bytes === null && type === null) {
    if (isBodyOptional) return undefined;
    throw frameworkError(400);
  }
  if (!type || !JSON_TYPE.test(type)) throw frameworkError(415);
  if (bytes === null) {
    if (isBodyOptional) return undefined;
    throw frameworkError(400);
  }
  const parsed = shape.safeParse(parse(bytes));
  if (!parsed.success) throw frameworkError(400);
  return parsed.data;
}

function parse(bytes: Uint8Array): unknown {
  try {
    return parseExactJson(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw frameworkError(400);
  }
}
