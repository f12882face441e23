import { z } from "zod";
import { unquoting } from "@/lib/domain/amp-call";
import { AppError } from "@/lib/errors";
import { parseExactJson, printExactJson } from "@/lib/exact-json";
import { ampText } from "@/lib/messages/amp";
import { log } from "@/server/platform/log";
import { outside } from "@/server/platform/outside";
import { readLimitMs } from "@/server/platform/request-context";
import { withoutBlinders } from "./blinders";
import { type AmpObserver, observing } from "./observe";
import { ampLine, readAmpWords } from "./words";

export interface AmpTransportOptions {
  /** Without a trailing slash. */
  baseUrl: string;
  /** null calls without an `Authorization` header (info, obtain_token). */
  token: string | null;
  timeoutMs: number;
  /** Called when AMP refuses the token, before the error is thrown. */
  onTokenRefused?: () => Promise<void>;
  onCall?: AmpObserver;
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
  /** Asked once where AMP answers 405, which changed nothing. */
  otherMethod?: AmpRequest<S>["method"];
  /** Decimals and sums beyond 2^53: the text is read digit by digit. */
  exact?: boolean;
}

export interface AmpTransport {
  request<S extends z.ZodType>(request: AmpRequest<S>): Promise<z.output<S>>;
}

const READ_ATTEMPTS = 3;
const RETRY_PAUSE_MS = 300;

/**
 * Speaks to AMP: exact paths, no redirect followed, a time limit on each call, for a page's reads one on all of them,
 * repeats only for reads without side effects.
 * @returns a client whose calls throw AppError UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, REJECTED (AMP's words),
 * UNAVAILABLE (unreachable, slow, 5xx, 429) or INTERNAL (an answer of another shape)
 */
export function createAmpTransport(options: AmpTransportOptions): AmpTransport {
  return { request: (request) => repeatingReads(request, () => call(options, request)) };
}

/**
 * A read without side effects that had no answer is asked for again; while a page waits for it, not one that AMP had
 * all its time for.
 */
export async function repeatingReads<T>(request: AmpRequest<z.ZodType>, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const again = isRead(request) && error instanceof AppError && error.retryable;
      const isWaitedFor = again && Number.isFinite(readLimitMs()) && isTimeout(error.cause);
      if (!again || isWaitedFor || attempt === READ_ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_PAUSE_MS * attempt));
    }
  }
}

async function call<S extends z.ZodType>(
  options: AmpTransportOptions,
  request: AmpRequest<S>,
): Promise<z.output<S>> {
  const startedAt = Date.now();
  const { status, text } = await outside("amp", () => send(options, request));
  log.debug("amp.call", { method: request.method, path: request.path, status, ms: Date.now() - startedAt });
  if (status === 401) await options.onTokenRefused?.();
  const { otherMethod, ...other } = request;
  if (status === 405 && otherMethod) return call(options, { ...other, method: otherMethod });
  if (status < 200 || status > 299) throw refusal(request, status, text);
  if (!request.returns) return undefined as z.output<S>;
  return decodeWhole(request, text, request.returns);
}

async function send(
  options: AmpTransportOptions,
  request: AmpRequest<z.ZodType>,
): Promise<{ status: number; text: string }> {
  const seen = observing(options.onCall, request);
  try {
    const response = await ask(options, request, AbortSignal.timeout(timeLimitMs(options, request)));
    const text = await response.text();
    seen(response.status, text);
    return { status: response.status, text };
  } catch (cause) {
    seen(null, null);
    throw unreachable(request, cause);
  }
}

/** A change has its whole time, whoever waits: after it nobody knows whether it happened. */
const timeLimitMs = (options: AmpTransportOptions, request: AmpRequest<z.ZodType>): number =>
  Math.ceil(isRead(request) ? Math.min(options.timeoutMs, readLimitMs()) : options.timeoutMs);

/** The request itself, with nothing made of its answer. */
export function ask(
  options: AmpTransportOptions,
  request: AmpRequest<z.ZodType>,
  signal: AbortSignal,
): Promise<Response> {
  const url = new URL(options.baseUrl + request.path);
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  const headers: Record<string, string> = { accept: "application/json" };
  if (options.token !== null) headers.authorization = `token ${options.token}`;
  if (request.body !== undefined) headers["content-type"] = "application/json";
  return fetch(url, {
    method: request.method,
    headers,
    body: request.body === undefined ? null : printExactJson(request.body),
    redirect: "manual",
    cache: "no-store",
    signal,
  });
}

const isRead = (request: AmpRequest<z.ZodType>) => request.method === "GET" && !request.changesState;

export function unreachable(request: AmpRequest<z.ZodType>, cause: unknown): AppError {
  const reason = causeOf(cause);
  const ofRead = isTimeout(reason) ? ampText.late : ampText.unreachable;
  const message = isRead(request) ? ofRead : ampText.noAnswer;
  return new AppError("UNAVAILABLE", message, { cause: reason, retryable: isRead(request) });
}

export function refusal(request: AmpRequest<z.ZodType>, status: number, text: string): AppError {
  const told = withoutBlinders(text, request.body);
  const words = readAmpWords(told);
  // The cause goes into the log, which hides what the call log hides; the person reads AMP's words whole.
  const line = ampLine(told, unquoting(request.body, request.path)) ?? "no message";
  const cause = new Error(`${request.method} ${request.path} answered ${status}: ${line}`);
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

function decodeWhole<S extends z.ZodType>(request: AmpRequest<S>, text: string, returns: S): z.output<S> {
  const answer = decode(request, text, returns);
  if (request.exact && answer instanceof Object) texts.set(answer, text);
  return answer;
}

/** Reads the text of an answer or of one of its rows. @throws AppError INTERNAL naming the fields of another shape */
export function decode<S extends z.ZodType>(
  request: AmpRequest<z.ZodType>,
  text: string,
  returns: S,
): z.output<S> {
  const json = parse(request, text);
  const parsed = z.safeDecode(returns, json as z.input<S>);
  if (parsed.success) return parsed.data;
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
export function unexpected(request: AmpRequest<z.ZodType>, where: string): AppError {
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

const TIMEOUTS = [
  "TimeoutError",
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
];
/** @param cause of an error of this client, as `causeOf` names it */
const isTimeout = (cause: unknown) => cause instanceof Error && TIMEOUTS.includes(cause.message);
