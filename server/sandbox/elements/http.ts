import { createHash, timingSafeEqual } from "node:crypto";
import { parseExactJson, printExactJson } from "@/lib/exact-json";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { noteCall } from "../call-log";
import type { World, WorldEnv } from "../world";
import { dispatch, readCall } from "./dispatch";
import { RpcError } from "./port";

interface Reply {
  status: number;
  body: { result: unknown; error: { code: number; message: string } | null; id: unknown };
}

/**
 * JSON-RPC over HTTP as Elements Core answers it: `/` and `/wallet/<name>`, basic authentication, errors under HTTP
 * 404 (no such method), 400 (no request) and 500 (all others). A call without `id` is answered too: the official
 * script sends none.
 */
export function elementsHandler(world: World): (request: Request) => Promise<Response> {
  return async (request) => {
    const account = authenticate(world.env, request.headers.get("authorization"));
    if (account === null) {
      return new Response(null, { status: 401, headers: { "www-authenticate": 'Basic realm="jsonrpc"' } });
    }
    noteCall(request, { account });
    if (request.method !== "POST") {
      return new Response("JSONRPC server handles only POST requests", { status: 405 });
    }
    const wallet = walletOfPath(new URL(request.url).pathname);
    if (wallet === undefined) return new Response(null, { status: 404 });
    const payload = await readJson(request);
    if (Array.isArray(payload)) return batch(world, request, wallet, payload);
    const { status, body } = await reply(world, request, wallet, payload);
    return print(status, body);
  };
}

async function batch(world: World, request: Request, wallet: string | null, calls: unknown[]) {
  const bodies: unknown[] = [];
  for (const call of calls) bodies.push((await reply(world, request, wallet, call)).body);
  return print(200, bodies);
}

async function reply(
  world: World,
  request: Request,
  wallet: string | null,
  payload: unknown,
): Promise<Reply> {
  const call = readCall(payload);
  const id = call instanceof RpcError ? null : call.id;
  try {
    if (call instanceof RpcError) throw call;
    noteCall(request, { method: call.method });
    return { status: 200, body: { result: await dispatch(world, wallet, call), error: null, id } };
  } catch (error) {
    const { code, message } = asRpcError(error);
    return { status: httpStatusOf(code), body: { result: null, error: { code, message }, id } };
  }
}

const httpStatusOf = (code: number): number => (code === -32601 ? 404 : code === -32600 ? 400 : 500);

function asRpcError(error: unknown): RpcError {
  if (error instanceof RpcError) return error;
  log.error("sandbox.node.failed", { reason: reasonOf(error) });
  return new RpcError(-32603, "Internal error of the sandbox node. Its log says why.");
}

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
  const match = /^\/wallet\/([^/]*)\/?$/.exec(path);
  return match ? decodeURIComponent(match[1] ?? "") : undefined;
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
