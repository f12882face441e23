import { z } from "zod";
import { AppError } from "@/lib/errors";
import { parseExactJson, printExactJson } from "@/lib/exact-json";
import { nodeText } from "@/lib/messages/node";
import { worksText } from "@/lib/messages/works";
import { outside } from "@/server/platform/outside";

/** The node's own refusal: `code` is Elements' RPC error code. */
export class RpcError extends Error {
  constructor(
    readonly method: string,
    readonly code: number,
    message: string,
  ) {
    super(message);
    this.name = "RpcError";
  }
}

/** Refusals that come before a wallet does anything: type, wallet, address, funds, parameter, passphrase, no wallet, warm-up. */
const BEFORE_ANYTHING = new Set([-3, -4, -5, -6, -8, -13, -18, -28]);

/** Whether the node's refusal proves that the call had no effect. Any other code leaves it open. */
export const certainlyNotDone = (error: RpcError): boolean => BEFORE_ANYTHING.has(error.code);

const WALLET_LOCKED = -13;

/** Whether the node refused because the wallet needs its passphrase; it does so before it does anything. */
export const isWalletLockedError = (error: unknown): boolean =>
  error instanceof RpcError && error.code === WALLET_LOCKED;

/** The node's own refusal as people read it; other errors as they are. */
export function inNodeWords(error: unknown): unknown {
  if (!(error instanceof RpcError)) return error;
  const message = isWalletLockedError(error) ? worksText.walletLocked : nodeText.refused(error.message);
  return new AppError("REJECTED", message, { cause: error });
}

/** Runs `work`; what the node refuses comes as AppError REJECTED. */
export const withNodeWords = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    throw inNodeWords(error);
  });

export interface NodeClient {
  /** Host, port and path without credentials: names the wallet in messages and tables. */
  readonly walletKey: string;
  /**
   * Elements RPC `method` with positional or named parameters.
   * @param options `isExact` false where no amount of a long answer is read: it is parsed many times faster
   * @throws RpcError the node refused; AppError UNAVAILABLE unreachable, slow or not a node
   */
  call<S extends z.ZodType>(
    method: string,
    params: unknown[] | Record<string, unknown>,
    returns: S,
    options?: { isExact: boolean },
  ): Promise<z.output<S>>;
}

/** The credentials of a node URL, split off, so that the URL itself can be printed. */
export function splitNodeUrl(nodeUrl: string): { url: string; authorization: string | null } {
  const url = new URL(nodeUrl);
  const { username, password } = url;
  url.username = "";
  url.password = "";
  const authorization =
    username === ""
      ? null
      : `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString("base64")}`;
  return { url: url.toString(), authorization };
}

const Envelope = z.object({
  result: z.unknown(),
  error: z.object({ code: z.int(), message: z.string() }).nullish(),
});

/** A JSON-RPC 1.0 client of one wallet. It never repeats a call: the caller knows which calls may be repeated. */
export function createNodeClient(nodeUrl: string, timeoutMs: number): NodeClient {
  const { url, authorization } = splitNodeUrl(nodeUrl);
  const { host, pathname } = new URL(url);
  let nextId = 1;
  return {
    walletKey: `${host}${pathname}`,
    async call(method, params, returns, { isExact } = { isExact: true }) {
      const body = printExactJson({ jsonrpc: "1.0", id: nextId++, method, params });
      const { status, text } = await outside("node", () => post(url, authorization, body, timeoutMs));
      if (status === 401) {
        throw new AppError("UNAVAILABLE", nodeText.wrongCredentials);
      }
      const envelope = readEnvelope(isExact ? parseExactJson : JSON.parse, text, method, status);
      if (envelope.error) throw new RpcError(method, envelope.error.code, envelope.error.message);
      const parsed = z.safeDecode(returns, envelope.result as never);
      if (parsed.success) return parsed.data;
      const place = parsed.error.issues[0]?.path.join(".") || "the whole";
      throw new AppError("INTERNAL", nodeText.unexpected(method, place));
    },
  };
}

async function post(url: string, authorization: string | null, body: string, timeoutMs: number) {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...(authorization ? { authorization } : {}) },
      body,
      redirect: "manual",
      cache: "no-store",
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: response.status, text: await response.text() };
  } catch (cause) {
    // Never `retryable`: the call may have been a payment, and only its caller knows.
    throw new AppError("UNAVAILABLE", nodeText.unreachable, {
      cause: new Error(cause instanceof Error ? cause.name : "unknown"),
    });
  }
}

function readEnvelope(parse: (text: string) => unknown, text: string, method: string, status: number) {
  try {
    return Envelope.parse(parse(text));
  } catch {
    throw new AppError("UNAVAILABLE", nodeText.notRpc(method, status));
  }
}
