import { and, asc, between, desc, eq, gt, like, lt, sql } from "drizzle-orm";
import type { SandboxDatabase } from "./db/client";
import { calls } from "./db/ledger-tables";

export type Surface = "amp" | "node" | "registry" | "veriff";

interface CallNotes {
  /** The account that asked, when it is known. */
  account?: string;
  /** The RPC method, where the HTTP method says nothing. */
  method?: string;
}

interface Notes {
  account: string | null;
  /** Each method once, in the order of a batch. */
  methods: Set<string>;
}

const notes = new WeakMap<Request, Notes>();
/** Also methods that nobody knows are logged: as long as this, and in plain letters. */
const LONGEST_METHOD = 500;

/** Lets a handler add what only it knows about the request it was given. A batch names its methods one by one. */
export function noteCall(request: Request, { account, method }: CallNotes): void {
  const known = notes.get(request) ?? { account: null, methods: new Set<string>() };
  if (account !== undefined) known.account = account;
  if (method !== undefined) known.methods.add(method);
  notes.set(request, known);
}

/** What the handler said of the request. A batch is one call with all its methods: "getbalance,getblockcount". */
export function notesOf(request: Request): { account: string | null; method: string } {
  const { account, methods } = notes.get(request) ?? { account: null, methods: new Set() };
  const named = [...methods].join(",").replace(/[^\x20-\x7e]/g, "?");
  return { account, method: named.slice(0, LONGEST_METHOD) || request.method };
}

export interface CallFilter {
  after?: number;
  before?: number;
  /** A part of the path. */
  path?: string;
  surface?: Surface;
  /** HTTP or RPC method; a batch is found by each of its methods. */
  method?: string;
  /** From the first to the last status wanted. */
  status?: [from: number, to: number];
  newestFirst?: boolean;
  /** At most 1000. */
  limit?: number;
}

/** The logged calls that pass every filter given. */
export function listCalls(database: SandboxDatabase, filter: CallFilter) {
  const { after = 0, before, path = "", surface, method, status, newestFirst = false, limit = 1000 } = filter;
  const contains = `%${path.replace(/[\\%_]/g, "\\$&")}%`;
  const wanted = [
    gt(calls.id, after),
    before === undefined ? undefined : lt(calls.id, before),
    path === "" ? undefined : like(calls.path, contains),
    surface && eq(calls.surface, surface),
    method === undefined ? undefined : sql`${method} = any(string_to_array(${calls.method}, ','))`,
    status && between(calls.status, ...status),
  ];
  return database.db
    .select()
    .from(calls)
    .where(and(...wanted))
    .orderBy(newestFirst ? desc(calls.id) : asc(calls.id))
    .limit(limit);
}
