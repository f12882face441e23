import { and, asc, gt, like } from "drizzle-orm";
import { now } from "@/server/platform/clock";
import type { SandboxDatabase } from "./db/client";
import { calls } from "./db/ledger-tables";

export type Surface = "amp" | "node";

interface CallNotes {
  /** The account that asked, when it is known. */
  account?: string;
  /** The RPC method, where the HTTP method says nothing. */
  method?: string;
}

const notes = new WeakMap<Request, CallNotes>();

/** Lets a handler add what only it knows about the request it was given. */
export function noteCall(request: Request, note: CallNotes): void {
  notes.set(request, { ...notes.get(request), ...note });
}

/** Keeps that a call was made; never its body, headers or query values. `prefix` was cut off the path. */
export async function recordCall(
  database: SandboxDatabase,
  surface: Surface,
  prefix: string,
  request: Request,
  status: number,
): Promise<void> {
  const { account = null, method = request.method } = notes.get(request) ?? {};
  const path = prefix + new URL(request.url).pathname;
  await database.db.insert(calls).values({ at: now(), surface, method, path, status, account });
}

/** The calls after `after`, oldest first, at most 1000; `path` keeps those whose path contains it. */
export function listCalls(database: SandboxDatabase, { after = 0, path = "" }) {
  const contains = `%${path.replace(/[\\%_]/g, "\\$&")}%`;
  return database.db
    .select()
    .from(calls)
    .where(and(gt(calls.id, after), like(calls.path, contains)))
    .orderBy(asc(calls.id))
    .limit(1000);
}
