import { createHash, timingSafeEqual } from "node:crypto";
import { parseExactJson, printExactJson } from "@/lib/exact-json";
import { log } from "@/server/platform/log";
import { causeOf, isDataException, reasonOf } from "@/server/platform/reason";
import { noteCall } from "../call-log";
import { LedgerError } from "../ledger/port";
import type { World, WorldEnv } from "../world";
import { activeCalls } from "./active-calls";
import { dispatch } from "./dispatch";
import { envelope, httpStatusOf, type Reading, readCall, UNREAD } from "./json-rpc";
import { RpcError } from "./port";

/** A node's own limit. */
const MOST_BYTES = 0x0200_0000;

/**
 * JSON-RPC over HTTP as Elements Core answers it: `/` and `/wallet/<name>`, basic authentication, single calls and
 * batches. A call without `id` is answered too, because the official script sends none; the switch `newNode` ends that.
 */
export function elementsHandler(world: World): (request: Request) => Promise<Response> {
  return async (request) => {
    const wallet = walletOfPath(new URL(request.url).pathname);
    if (wallet === undefined) return new Response(null, { status: 404 });
    if (request.method !== "POST") {
      return new Response("JSONRPC server handles only POST requests", { status: 405 });
    }
    const account = authenticate(world.env, request.headers.get("authorization"));
    if (account === null) {
      return new Response(null, { status: 401, headers: { "www-authenticate": 'Basic realm="jsonrpc"' } });
    }
    noteCall(request, { account });
    if (Number(request.headers.get("content-length")) > MOST_BYTES)
      return new Response(null, { status: 413 });
    const payload = await readJson(request);
    if (Array.isArray(payload)) return batch(world, request, wallet, payload);
    return single(world, request, wallet, payload);
  };
}

async function single(world: World, request: Request, wallet: string | null, payload: unknown) {
  const reading = readSingle(world, payload);
  const outcome = await perform(world, request, wallet, reading);
  if (reading.manner.isNotification) return new Response(null, { status: 204 });
  return print(httpStatusOf(reading.manner, outcome), envelope(reading.manner, outcome));
}

function readSingle(world: World, payload: unknown): Reading {
  if (payload === undefined) return { manner: UNREAD, call: new RpcError(-32700, "Parse error") };
  if (typeof payload !== "object" || payload === null) {
    return { manner: UNREAD, call: new RpcError(-32700, "Top-level object parse error") };
  }
  return readCall(payload, world.env.switches);
}

/** Always 200, whatever its calls end in; without a body when none of them wants an answer. */
async function batch(world: World, request: Request, wallet: string | null, calls: unknown[]) {
  const bodies: unknown[] = [];
  for (const payload of calls) {
    const reading = readCall(payload, world.env.switches);
    const outcome = await perform(world, request, wallet, reading);
    if (!reading.manner.isNotification) bodies.push(envelope(reading.manner, outcome));
  }
  if (bodies.length === 0 && calls.length > 0) return new Response(null, { status: 204 });
  return print(200, bodies);
}

async function perform(world: World, request: Request, wallet: string | null, { call }: Reading) {
  if (call instanceof RpcError) return refusal(call);
  noteCall(request, { method: call.method });
  const end = activeCalls.start(call.method, request);
  try {
    return { result: (await dispatch(world, wallet, call)) ?? null };
  } catch (error) {
    return refusal(asRpcError(error));
  } finally {
    end();
  }
}

const refusal = ({ code, message }: RpcError) => ({ error: { code, message } });

/** What the ledger refuses and no method has put into words of its own. */
const LEDGER_CODES: Record<LedgerError["code"], number> = {
  address: -5,
  funds: -6,
  unknown: -5,
  conflict: -25,
  limit: -8,
};

function asRpcError(error: unknown): RpcError {
  if (error instanceof RpcError) return error;
  if (error instanceof LedgerError) return new RpcError(LEDGER_CODES[error.code], error.message);
  const cause = causeOf(error);
  if (cause && isDataException(cause)) return new RpcError(-8, "Invalid parameter, a value is out of range");
  log.error("sandbox.node.failed", { reason: reasonOf(error) });
  return new RpcError(-32603, "Internal error of the sandbox node. Its log says why.");
}

/** undefined for anything that is no JSON. */
async function readJson(request: Request): Promise<unknown> {
  try {
    return parseExactJson(await request.text());
  } catch {
    return undefined;
  }
}

/** null = no wallet named, undefined = no such path */
function walletOfPath(path: string): string | null | undefined {
  if (path === "/") return null;
  const name = /^\/wallet\/([^/]*)\/?$/.exec(path)?.[1];
  if (name === undefined) return undefined;
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // a wallet that cannot exist
  }
}

/** @returns the user's name, or null when the credentials are not the node's */
function authenticate({ rpcUser, rpcPassword }: WorldEnv, header: string | null): string | null {
  const [scheme = "", encoded = ""] = (header ?? "").split(" ");
  const given = Buffer.from(encoded, "base64").toString();
  const digest = (text: string) => createHash("sha256").update(text).digest();
  const isRight = timingSafeEqual(digest(given), digest(`${rpcUser}:${rpcPassword}`));
  return scheme.toLowerCase() === "basic" && isRight ? rpcUser : null;
}

const print = (status: number, body: unknown) =>
  new Response(`${printExactJson(body)}\n`, { status, headers: { "content-type": "application/json" } });
