import { type LookupAddress, lookup as systemLookup } from "node:dns";
import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import type { FetchProblem } from "@/lib/domain/domain-proof";
import { isPublicAddress } from "./public-address";

/**
 * Reads a page at an address that a person chose, so that nobody can have this server look around in the network it
 * stands in: https alone, public addresses alone, and those that were looked at are the ones that are connected to.
 * Redirects are told, never followed.
 */

export class GuardedGetError extends Error {
  override name = "GuardedGetError";
  constructor(readonly problem: FetchProblem) {
    super(problem);
  }
}

export interface GuardedAnswer {
  status: number;
  contentType: string | null;
  /** Of a redirect. */
  location: string | null;
  /** Of a GET: empty unless the status is 2xx. */
  body: Uint8Array;
}

export interface GuardedOptions {
  /** For everything together. */
  timeoutMs?: number;
  maxBytes?: number;
  /** The body is not read, however long it is. */
  statusOnly?: boolean;
  /** The operator's configuration names this place: http and private addresses are allowed. */
  isTrusted?: boolean;
  /** Over those that are sent anyway. */
  headers?: Record<string, string>;
  /** Another name service, for tests. */
  lookup?: typeof systemLookup;
}

const TIMEOUT_MS = 5_000;
const MAX_BYTES = 64 * 1024;

/** @throws GuardedGetError */
export const guardedGet = (address: string, options: GuardedOptions = {}): Promise<GuardedAnswer> =>
  askGuarded(address, options);

/** Sends JSON under the same guard; without `statusOnly` the body of whatever answer is read. @throws GuardedGetError */
export const guardedPost = (
  address: string,
  json: string,
  options: GuardedOptions = {},
): Promise<GuardedAnswer> => askGuarded(address, options, json);

async function askGuarded(address: string, options: GuardedOptions, json?: string): Promise<GuardedAnswer> {
  const { timeoutMs = TIMEOUT_MS, isTrusted = false } = options;
  const url = new URL(address);
  if (!isTrusted && (url.protocol !== "https:" || !isAllowedHost(url.hostname)))
    throw new GuardedGetError("private-address");
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const lookup = isTrusted ? undefined : publicLookup(options.lookup);
    const response = await ask(url, signal, lookup, json, options.headers);
    return await answerOf(response, options, json !== undefined);
  } catch (error) {
    throw signal.aborted ? new GuardedGetError("timeout") : problemOf(error);
  }
}

/** A name is judged by what it resolves to; an address in its place never gets as far as that. */
function isAllowedHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, "");
  return isIP(host) === 0 || isPublicAddress(host);
}

function ask(
  url: URL,
  signal: AbortSignal,
  lookup: LookupFunction | undefined,
  json: string | undefined,
  headers: Record<string, string> | undefined,
): Promise<IncomingMessage> {
  const request = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    request(url, {
      method: json === undefined ? "GET" : "POST",
      // No connection of another request is taken over: its address was not looked at now.
      agent: false,
      headers: {
        accept: json === undefined ? "text/plain, */*;q=0.5" : "application/json",
        "user-agent": "Ampdesk",
        ...(json === undefined
          ? {}
          : { "content-type": "application/json", "content-length": Buffer.byteLength(json) }),
        ...headers,
      },
      signal,
      ...(lookup ? { lookup } : {}),
    })
      .on("response", resolve)
      .on("error", reject)
      .end(json);
  });
}

/** One private address among several is enough to refuse: a connection might fall back to it. */
const publicLookup =
  (lookup: typeof systemLookup = systemLookup): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const addresses: LookupAddress[] = found ?? [];
      const [first] = addresses;
      if (error || !first) return callback(error ?? failure("ENOTFOUND"), "");
      if (!addresses.every(({ address }) => isPublicAddress(address)))
        return callback(failure("EPRIVATE"), "");
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };

const failure = (code: string): NodeJS.ErrnoException => Object.assign(new Error(code), { code });

async function answerOf(
  response: IncomingMessage,
  { maxBytes = MAX_BYTES, statusOnly = false }: GuardedOptions,
  readsAll: boolean,
): Promise<GuardedAnswer> {
  const { statusCode: status = 0, headers } = response;
  const isFound = status >= 200 && status < 300;
  const isRead = !statusOnly && (isFound || readsAll);
  const body = isRead ? await readBody(response, maxBytes) : new Uint8Array();
  response.destroy();
  const isRedirect = status >= 300 && status < 400;
  return {
    status,
    contentType: headers["content-type"] ?? null,
    location: isRedirect ? (headers.location ?? null) : null,
    body,
  };
}

async function readBody(response: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new GuardedGetError("too-large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const PROBLEMS: Record<string, FetchProblem> = {
  ENOTFOUND: "unknown-host",
  EAI_AGAIN: "unknown-host",
  EPRIVATE: "private-address",
  ECONNREFUSED: "refused",
};
/** Node's and OpenSSL's names of what is wrong with a certificate. */
const CERTIFICATE = /CERT|^ERR_TLS|^ERR_SSL|^EPROTO$|SIGNATURE|UNABLE_TO/;

function problemOf(error: unknown): GuardedGetError {
  if (error instanceof GuardedGetError) return error;
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== "string") return new GuardedGetError("failed");
  const known = PROBLEMS[code] ?? (CERTIFICATE.test(code) ? "certificate" : "failed");
  return new GuardedGetError(known);
}
