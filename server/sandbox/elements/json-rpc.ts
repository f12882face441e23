import type { Switches } from "../switches";
import { RpcError } from "./port";

/**
 * JSON-RPC 1.0 and 2.0 as Elements Core speaks them. Version 1.0 answers always have `result` and `error`, and errors
 * have HTTP statuses of their own; version 2.0 answers have one of the two, under 200. The version is 1.0 unless the
 * request names the other.
 */

export interface Call {
  method: string;
  params: unknown[] | Record<string, unknown>;
}

/** How an answer has to look, which is known even of a request that is no good. */
export interface Manner {
  version: "1.0" | "2.0";
  /** undefined when the request had none, and the answer then has none either. */
  id: unknown;
  /** A request that wants no answer. */
  isNotification: boolean;
}

export interface Reading {
  manner: Manner;
  call: Call | RpcError;
}

/** A request of which nothing could be read. */
export const UNREAD: Manner = { version: "1.0", id: null, isNotification: false };

export function readCall(payload: unknown, { newNode }: Pick<Switches, "newNode">): Reading {
  if (typeof payload !== "object" || payload === null || Array.isArray(payload)) {
    return { manner: UNREAD, call: new RpcError(-32600, "Invalid Request object") };
  }
  const fields = payload as Record<string, unknown>;
  const version = readVersion(fields.jsonrpc);
  if (version instanceof RpcError) return { manner: { ...UNREAD, id: fields.id }, call: version };
  return { manner: mannerOf(fields, version, newNode), call: callOf(fields) };
}

/** Nodes from before version 2.0 was understood answer a 2.0 request without an id like any other, with id null. */
function mannerOf(fields: Record<string, unknown>, version: Manner["version"], newNode: boolean): Manner {
  if (version === "1.0" || "id" in fields) return { version, id: fields.id, isNotification: false };
  return newNode ? { version, id: undefined, isNotification: true } : UNREAD;
}

function readVersion(named: unknown): Manner["version"] | RpcError {
  if (named === undefined || named === null || named === "1.0") return "1.0";
  if (typeof named !== "string") return new RpcError(-32600, "jsonrpc field must be a string");
  return named === "2.0" ? "2.0" : new RpcError(-32600, "JSON-RPC version not supported");
}

function callOf({ method, params = null }: Record<string, unknown>): Call | RpcError {
  if (method === undefined || method === null) return new RpcError(-32600, "Missing method");
  if (typeof method !== "string") return new RpcError(-32600, "Method must be a string");
  if (typeof params !== "object") return new RpcError(-32600, "Params must be an array or object");
  return { method, params: (params as Call["params"] | null) ?? [] };
}

type Outcome = { result: unknown } | { error: { code: number; message: string } };

/** The body of one answer. */
export function envelope({ version, id }: Manner, outcome: Outcome): Record<string, unknown> {
  const ofRequest = id === undefined ? {} : { id };
  if (version === "2.0") return { jsonrpc: "2.0", ...outcome, ...ofRequest };
  return { result: null, error: null, ...outcome, ...ofRequest };
}

/** The HTTP status of a single answer. */
export function httpStatusOf({ version }: Manner, outcome: Outcome): number {
  if (version === "2.0" || !("error" in outcome)) return 200;
  const { code } = outcome.error;
  return code === -32601 ? 404 : code === -32600 ? 400 : 500;
}
