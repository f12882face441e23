import type { EndpointName } from "@/lib/contracts/amp/endpoints";
import { log } from "@/server/platform/log";
import { causeOf, isDataException, reasonOf } from "@/server/platform/reason";
import { noteCall } from "../call-log";
import type { World } from "../world";
import { type Account, findByToken, toAccount } from "./accounts";
import { encode, json } from "./answers";
import { decodeShape, readBody } from "./body";
import { hasUnsettled, settleHeights } from "./books";
import { inquiries } from "./inquiry";
import { carryOut, checkRole } from "./perform";
import { printers } from "./printers";
import {
  AmpRefusal,
  inactive,
  invalid,
  invalidToken,
  methodNotAllowed,
  noCredentials,
  notFound,
} from "./refusal";
import { isOpen, type Match, matchRoute } from "./router";
import { slashedAddress } from "./slash-redirect";

/** Whoever asks without a token where none is needed. */
const NOBODY: Account = { id: 0, username: "", role: "issuer", issuerId: 0, isLocked: false };

/** AMP over HTTP; paths are relative to its base and taken with and without a trailing slash. */
export function ampHandler(world: World): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      return await answer(world, request);
    } catch (error) {
      const refusal = asRefusal(error);
      if (refusal) return json(refusal.status, JSON.stringify(refusal.body), refusal.headers);
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
  const { switches } = world.env;
  const url = new URL(request.url);
  const moved = switches.redirectSlash ? slashedAddress(world.env, request.method, url) : null;
  if (moved) return new Response(null, { status: 301, headers: { location: moved } });
  const match = matchRoute(request.method, url.pathname, switches);
  if (match === null) throw notFound();
  if ("allowed" in match) {
    if (!match.isOpen) await authenticate(world, request);
    throw methodNotAllowed(request.method, match.allowed);
  }
  const { endpoint } = match;
  const account = isOpen(endpoint) ? NOBODY : await authenticate(world, request);
  checkRole(endpoint, account, switches);
  const body = endpoint.body && (await readBody(request, { takesForm: match.name === "obtainToken" }));
  return encode(world.env, match, await run(world, match, account, { body, query: url.searchParams }));
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

interface Sent {
  /** Parsed, not decoded yet. */
  body: unknown;
  query: URLSearchParams;
}

async function run(world: World, { endpoint, params }: Match, account: Account, sent: Sent) {
  const { height, ...ids } = params;
  if (world.env.switches.noPaging) for (const name of ["start", "count"]) sent.query.delete(name);
  const text = { ...Object.fromEntries(sent.query), ...(height === undefined ? {} : { height }) };
  const decode = () => ({
    body: endpoint.body && decodeShape(endpoint.body, sent.body),
    query: endpoint.query && decodeShape(endpoint.query, text),
  });
  await inquiries[endpoint.name as EndpointName]?.(world, { account, params: ids });
  if (await hasUnsettled(world.database.db)) await world.write(settleHeights);
  const within = endpoint.changesState ? world.write : world.read;
  return within((unit) => carryOut(unit, world.env, endpoint, { account, params: ids, decode }, printers));
}
