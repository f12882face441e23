import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { readWhole, TOO_LARGE } from "@/server/platform/request-body";
import { ampHandler } from "./amp/http";
import { tooLarge } from "./amp/refusal";
import type { Surface } from "./call-log";
import { openCallWriter } from "./call-writer";
import { controlHandler } from "./control/http";
import { elementsHandler } from "./elements/http";
import { LateEffects } from "./faults/late";
import type { Follower } from "./following/follower";
import { loadAuthorizer } from "./green/authorizer";
import type { Miner } from "./miner";
import { answerDescription, describedAt } from "./openapi/http";
import { registryHandler } from "./registry/http";
import { sitesHandler } from "./registry/sites-http";
import { startCourier } from "./veriff/courier";
import { veriffApiHandler, veriffPageHandler } from "./veriff/http";
import { requestIdOf, type Watch, watch } from "./watch";
import type { World } from "./world";

type Handler = (request: Request) => Promise<Response>;

/** What stands below one prefix; the handler is given requests without it. */
interface Door {
  prefix: string;
  handler: Handler;
  /** Set where calls are logged and faults can hit them. */
  surface?: Surface;
  maxBytes: number;
  /** The answer to a longer body. */
  tooLarge: () => Response;
}

export interface SandboxHandler extends Handler {
  /** Ends what works on after its answer has left. */
  end(): Promise<void>;
}

const MIB = 1024 * 1024;
const DEFAULT_CALL_LOG_ROWS = 100_000;

/** Everything the sandbox answers: AMP below /api, the node below /elements, the knobs below /control … */
export function sandboxHandler(world: World, miner: Miner, follower?: Follower): SandboxHandler {
  const doors = openDoors(world, miner, follower);
  const writer = openCallWriter(world.database, world.env.callLogRows ?? DEFAULT_CALL_LOG_ROWS);
  const watching = { world, writer, late: new LateEffects() };
  const handle = async (request: Request) => {
    const description = await answerDescription(request);
    if (description) return description;
    const url = new URL(request.url);
    const isBelow = ({ prefix }: Door) => url.pathname === prefix || url.pathname.startsWith(`${prefix}/`);
    const door = doors.find(isBelow);
    if (!door) return root(world, request, url.pathname);
    url.pathname = url.pathname.slice(door.prefix.length) || "/";
    return enter(door, request, url, watching);
  };
  const courier = startCourier(world);
  const end = async () => {
    await watching.late.end();
    await courier.stop();
  };
  return Object.assign(handle, { end });
}

function openDoors(world: World, miner: Miner, follower?: Follower): Door[] {
  const text = (words: string) => () => new Response(words, { status: 413 });
  return [
    {
      prefix: "/api",
      handler: follower ? afterCatchingUp(follower, ampHandler(world)) : ampHandler(world),
      surface: "amp",
      maxBytes: MIB,
      tooLarge: () => Response.json(tooLarge().body, { status: 413 }),
    },
    {
      prefix: "/elements",
      handler: follower ? noNode : elementsHandler(world),
      surface: "node",
      maxBytes: 32 * MIB, // a node's own limit
      tooLarge: text("Request Entity Too Large"),
    },
    {
      prefix: "/registry",
      handler: registryHandler(world),
      surface: "registry",
      maxBytes: MIB,
      tooLarge: text("the request is too large"),
    },
    {
      prefix: "/control",
      handler: controlHandler(world, miner),
      maxBytes: 16 * MIB,
      tooLarge: () => Response.json({ error: "The body is larger than 16 MiB." }, { status: 413 }),
    },
    {
      prefix: "/veriff/v1",
      handler: veriffApiHandler(world),
      surface: "veriff",
      maxBytes: MIB,
      tooLarge: text("The request is too large."),
    },
    {
      // its addresses are secrets: no log holds them
      prefix: "/veriff",
      handler: veriffPageHandler(world),
      maxBytes: MIB,
      tooLarge: text("The request is too large."),
    },
    { prefix: "/sites", handler: sitesHandler(world), maxBytes: MIB, tooLarge: text("Too Large") },
  ];
}

/** AMP never knows less of the chain than the node told before the call came. */
const afterCatchingUp =
  (follower: Follower, handler: Handler): Handler =>
  async (request) => {
    // while the node is away AMP answers with what it knows
    await follower.catchUp().catch((error) => log.warn("follower.failed", { reason: reasonOf(error) }));
    return handler(request);
  };

const noNode: Handler = async () =>
  Response.json({ error: "This sandbox follows the chain of another node: ask that one." }, { status: 404 });

/** Reads the body before anything else, so that a caller who goes away does not take it along. */
async function enter(door: Door, request: Request, url: URL, watching: Watch): Promise<Response> {
  const { method, headers } = request;
  if (method === "TRACE") return new Response(null, { status: 405 });
  const body = await readWhole(request, door.maxBytes).catch(() => undefined);
  if (body === undefined) return new Response(null, { status: 400 }); // the caller is gone
  const isTooLarge = body === TOO_LARGE;
  const inner = new Request(url, { method, headers, body: isTooLarge ? null : body });
  const handler = isTooLarge ? async () => closing(door.tooLarge()) : caught(door);
  if (!door.surface) return handler(inner);
  const call = {
    surface: door.surface,
    prefix: door.prefix,
    path: url.pathname,
    requestId: requestIdOf(headers),
  };
  return watch(watching, { ...call, request: inner, body: isTooLarge ? null : body }, handler);
}

/** The rest of a body that is not read can only end with its connection. */
function closing(response: Response): Response {
  response.headers.set("connection", "close");
  return response;
}

/** What a handler could not catch itself is logged and answered. */
const caught =
  ({ prefix, handler }: Door): Handler =>
  async (request) => {
    try {
      return await handler(request);
    } catch (error) {
      log.error("sandbox.failed", { prefix, reason: reasonOf(error) });
      return Response.json({ error: "The sandbox failed. Its log says why." }, { status: 500 });
    }
  };

async function root(world: World, request: Request, path: string): Promise<Response> {
  if (request.method === "GET" && path === "/health") return Response.json({ status: "ok" });
  if (request.method === "GET" && path === "/") {
    return Response.json({
      what: world.followed
        ? `Ampdesk sandbox: AMP over the chain of another Elements node, with the wallet ${world.followed.wallet} there`
        : "Ampdesk sandbox: AMP and an Elements node over one ledger",
      network: world.env.network,
      docs: describedAt,
      amp: "/api",
      node: world.followed
        ? "the one that is followed"
        : "/elements and /elements/wallet/<name> (JSON-RPC, basic authentication)",
      registry: "/registry",
      sites: "/sites/<domain>/<path>",
      veriff: "/veriff/v1/sessions/ (Veriff's session API) and the pages that its sessions lead to",
      control: {
        read: [
          "GET /control/state",
          "GET /control/calls?after=<id>&path=<part>",
          "GET /control/wallets/balance?gaid=<GAID>",
          "GET /control/faults",
        ],
        change: [
          'POST /control/mine {"blocks":1}',
          "POST /control/wallets {}",
          'POST /control/interval {"seconds":5}',
          'POST /control/fund {"wallet":"treasury","amount":"0.01"}',
          'POST /control/wallets/send {"from":"<GAID>","to":"<GAID or address>","asset_uuid":"…","amount":1}',
          'POST /control/faults {"surface":"node","target":"sendmany","kind":"drop","effect":"later","remaining":1}',
          'DELETE /control/faults {"id":1}',
        ],
      },
      authorizer: {
        what: "AMP's address for what it signs for issuers' endpoints: the first parameter of verifymessage",
        address: (await loadAuthorizer(world)).address,
      },
      health: "/health",
    });
  }
  return Response.json({ error: `There is nothing at ${path}.` }, { status: 404 });
}
