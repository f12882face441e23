import { z } from "zod";
import { AppError } from "@/lib/errors";
import { parseExactJson, printExactJson } from "@/lib/exact-json";
import { ampText } from "@/lib/messages/amp";
import { log } from "@/server/platform/log";
import { outside } from "@/server/platform/outside";
import { withoutBlinders } from "./blinders";
import { readAmpWords } from "./words";

export interface AmpTransportOptions {
  /** Without a trailing slash. */
  baseUrl: string;
  /** null calls without an `Authorization` header (info, obtain_token). */
  token: string | null;
  timeoutMs: number;
  /** Called when AMP refuses the token, before the error is thrown. */
  onTokenRefused?: () => Promise<void>;
}

export interface AmpRequest<S extends z.ZodType> {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** Exactly as AMP wants it, slash included; values of path parameters are already encoded. */
  path: string;
  query?: Record<string, string | number | undefined>;
  /** Already in AMP's shape (`z.encode`). A string or an array is sent as bare JSON. */
  body?: unknown;
  /** What a good answer must look like; left out when AMP's answer means nothing. */
  returns?: S;
  /** Three GETs and `refresh-token` change something: they are never repeated. */
  changesState?: boolean;
  /** Decimals and sums beyond 2^53: the text is read digit by digit. */
  exact?: boolean;
}

export interface AmpTransport {
  request<S extends z.ZodType>(request: AmpRequest<S>): Promise<z.output<S>>;
}

const READ_ATTEMPTS = 3;
const RETRY_PAUSE_MS = 300;

/**
 * Speaks to AMP: exact paths, no redirect followed, a time limit on each call, repeats only for reads without
 * side effects.
 * @returns a client whose calls throw AppError UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, REJECTED (AMP's words),
 * UNAVAILABLE (unreachable, slow, 5xx, 429) or INTERNAL (an answer of another shape)
 */
export function createAmpTransport(options: AmpTransportOptions): AmpTransport {
  return {
    async request<S extends z.ZodType>(request: AmpRequest<S>) {
      const mayRepeat = request.method === "GET" && !request.changesState;
      for (let attempt = 1; ; attempt++) {
        try {
          return await call(options, request);
        } catch (error) {
          const again = mayRepeat && attempt < READ_ATTEMPTS && error instanceof AppError && error.retryable;
          if (!again) throw error;
          await new Promise((resolve) => setTimeout(resolve, RETRY_PAUSE_MS * attempt));
        }
      }
    },
  };
}

async function call<S extends z.ZodType>(
  options: AmpTransportOptions,
  request: AmpRequest<S>,
): Promise<z.output<S>> {
  const startedAt = Date.now();
  const { status, text } = await outside("amp", () => send(options, request));
  log.debug("amp.call", { method: request.method, path: request.path, status, ms: Date.now() - startedAt });
  if (status === 401) await options.onTokenRefused?.();
  if (status < 200 || status > 299) throw refusal(request, status, text);
  if (!request.returns) return undefined as z.output<S>;
  return decode(request, text, request.returns);
}

async function send(
  options: AmpTransportOptions,
  request: AmpRequest<z.ZodType>,
): Promise<{ status: number; text: string }> {
  const url = new URL(options.baseUrl + request.path);
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  const headers: Record<string, string> = { accept: "application/json" };
  if (options.token !== null) headers.authorization = `token ${options.token}`;
  if (request.body !== undefined) headers["content-type"] = "application/json";
  try {
    const response = await fetch(url, {
      method: request.method,
      headers,
      body: request.body === undefined ? null : printExactJson(request.body),
      redirect: "manual",
      cache: "no-store",
      signal: AbortSignal.timeout(options.timeoutMs),
    });
    return { status: response.status, text: await response.text() };
  } catch (cause) {
    throw unreachable(request, cause);
  }
}

const isRead = (request: AmpRequest<z.ZodType>) => request.method === "GET" && !request.changesState;

function unreachable(request: AmpRequest<z.ZodType>, cause: unknown): AppError {
  const message = isRead(request) ? ampText.unreachable : ampText.noAnswer;
  return new AppError("UNAVAILABLE", message, { cause: causeOf(cause), retryable: isRead(request) });
}

function refusal(request: AmpRequest<z.ZodType>, status: number, text: string): AppError {
  const words = readAmpWords(withoutBlinders(text, request.body));
  const cause = new Error(
    `${request.method} ${request.path} answered ${status}: ${words.message ?? "no message"}`,
  );
  if (status === 401) {
    return new AppError("UNAUTHENTICATED", ampText.tokenRefused, { cause });
  }
  if (status === 403) return new AppError("FORBIDDEN", ampText.forbidden, { cause });
  if (status === 404)
    return new AppError("NOT_FOUND", ampText.notFound, {
      cause,
    });
  if (status === 429)
    return new AppError("UNAVAILABLE", ampText.slowDown, {
      cause,
    });
  if (status >= 500 || status < 400) return unreachable(request, cause);
  const message = words.message ? ampText.refused(words.message) : ampText.refusedSilently;
  return new AppError("REJECTED", message, { cause, fields: words.fields });
}

const texts = new WeakMap<object, string>();
/** The body of an answer that is read exactly, letter by letter; undefined for any other. */
export const bodyOf = (answer: object): string | undefined => texts.get(answer);

function decode<S extends z.ZodType>(request: AmpRequest<S>, text: string, returns: S): z.output<S> {
  const json = parse(request, text);
  const parsed = z.safeDecode(returns, json as z.input<S>);
  if (parsed.success) {
    if (request.exact && parsed.data instanceof Object) texts.set(parsed.data, text);
    return parsed.data;
  }
  const places = parsed.error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join(".") || "the whole"}: ${issue.code}`);
  throw unexpected(request, places.join("; "));
}

function parse(request: AmpRequest<z.ZodType>, text: string): unknown {
  try {
    return request.exact ? parseExactJson(text) : JSON.parse(text);
  } catch {
    throw unexpected(request, "no JSON");
  }
}

/** Names the endpoint and the field, never the payload. */
function unexpected(request: AmpRequest<z.ZodType>, where: string): AppError {
  return new AppError(
    "INTERNAL",
    ampText.unexpected(`${request.method} ${request.path}`, where, isRead(request)),
  );
}

/** The name of the trouble without its text: an error of `fetch` can quote the URL. */
const causeOf = (cause: unknown): Error => {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const code = (inner as { code?: unknown }).code;
  return new Error(typeof code === "string" ? code : inner instanceof Error ? inner.name : "unknown");
};
