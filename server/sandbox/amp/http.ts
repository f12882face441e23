import { z } from "zod";
import type { endpoints } from "@/lib/contracts/amp/endpoints";
import { printExactJson } from "@/lib/exact-json";
import { log } from "@/server/platform/log";
import { causeOf, isDataException, reasonOf } from "@/server/platform/reason";
import { noteCall } from "../call-log";
import type { World } from "../world";
import { type Account, findByToken, toAccount } from "./accounts";
import { decodeShape, readBody } from "./body";
import { hasUnsettled, settleHeights } from "./books";
import { checkRole, perform } from "./perform";
import {
  AmpRefusal,
  inactive,
  invalid,
  invalidToken,
  methodNotAllowed,
  noCredentials,
  notFound,
} from "./refusal";
import { type Match, matchRoute } from "./router";

/** Whoever asks without a token where none is needed. */
const NOBODY: Account = { id: 0, username: "", role: "issuer", issuerId: 0, isLocked: false };

/** No source says whether the changelog needs a token, so it answers with and without. */
const isOpen = (match: Match) => match.endpoint.role === "public" || match.name === "getChangelog";

/** AMP over HTTP; paths are relative to its base, taken with and without a trailing slash, never redirected. */
export function ampHandler(world: World): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      return await answer(world, request);
    } catch (error) {
      const refusal = asRefusal(error);
      if (refusal) return json(refusal.status, JSON.stringify(refusal.body));
      log.error("sandbox.amp.failed", { path: new URL(request.url).pathname, reason: reasonOf(error) });
      return json(500, JSON.stringify({ detail: "A server error occurred." }));
    }
  };
}

/** What no rule caught but PostgreSQL cannot hold, such as a number beyond its column, is the caller's fault. */
function asRefusal(error: unknown): AmpRefusal | null {
  if (error instanceof AmpRefusal) return error;
  const cause = causeOf(error);
  return cause && isDataException(cause) ? invalid({ non_field_errors: ["A value is out of range."] }) : null;
}

async function answer(world: World, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const match = matchRoute(request.method, url.pathname);
  if (match === null) throw notFound();
  const account = match !== "method" && isOpen(match) ? NOBODY : await authenticate(world, request);
  if (match === "method") throw methodNotAllowed(request.method);
  checkRole(match.name, account);
  const input = await readInput(match, request, url);
  const result = await run(world, match, account, input);
  return encode(match, result);
}

async function authenticate(world: World, request: Request): Promise<Account> {
  const header = request.headers.get("authorization");
  const [scheme, token, ...rest] = header?.split(" ") ?? [];
  if (scheme !== "token" || !token || rest.length > 0) throw noCredentials();
  const row = await findByToken(world.database.db, token);
  if (!row) throw invalidToken();
  if (row.isLocked) throw inactive();
  noteCall(request, { account: row.username });
  return toAccount(row);
}

interface Input {
  params: Record<string, string>;
  body: unknown;
  query: unknown;
}

async function readInput({ endpoint, params }: Match, request: Request, url: URL): Promise<Input> {
  const body = endpoint.body ? decodeShape(endpoint.body, await readBody(request)) : undefined;
  const { height, ...ids } = params;
  const text = { ...Object.fromEntries(url.searchParams), ...(height === undefined ? {} : { height }) };
  return { params: ids, body, query: endpoint.query ? decodeShape(endpoint.query, text) : undefined };
}

async function run(
  world: World,
  { name, endpoint }: Match,
  account: Account,
  input: Input,
): Promise<unknown> {
  if (await hasUnsettled(world.database.db)) await world.write(settleHeights);
  // asking for an address derives a new one, although AMP's books stay as they are
  const within = endpoint.changesState || name === "getGaidAddress" ? world.write : world.read;
  return within((unit) => perform(unit, world.env, name, { account, ...input } as never));
}

function encode({ name, endpoint }: Match, result: unknown): Response {
  if (!endpoint.returns) return new Response(null, { status: endpoint.success });
  const body = z.encode(endpoint.returns, result);
  return json(endpoint.success, WORK_ORDERS.has(name) ? printExactJson(body) : JSON.stringify(body));
}

/** Their amounts are decimals, which only the exact printer keeps. */
const WORK_ORDERS = new Set<keyof typeof endpoints>([
  "createDistribution",
  "requestReissuance",
  "requestBurn",
]);

const json = (status: number, body: string) =>
  new Response(body, { status, headers: { "content-type": "application/json" } });
