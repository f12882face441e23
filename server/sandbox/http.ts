import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { ampHandler } from "./amp/http";
import { recordCall, type Surface } from "./call-log";
import { controlHandler } from "./control/http";
import { elementsHandler } from "./elements/http";
import type { Miner } from "./miner";
import type { World } from "./world";

type Handler = (request: Request) => Promise<Response>;

/** Everything the sandbox answers: AMP below /api, the node below /elements, the knobs below /control. */
export function sandboxHandler(world: World, miner: Miner): Handler {
  const doors: [prefix: string, handler: Handler][] = [
    ["/api", logged(world, "amp", "/api", ampHandler(world))],
    ["/elements", logged(world, "node", "/elements", elementsHandler(world))],
    ["/control", controlHandler(world, miner)],
  ];
  return async (request) => {
    const url = new URL(request.url);
    for (const [prefix, handler] of doors) {
      if (url.pathname !== prefix && !url.pathname.startsWith(`${prefix}/`)) continue;
      url.pathname = url.pathname.slice(prefix.length) || "/";
      return handler(new Request(url, request));
    }
    return root(world, request, url.pathname);
  };
}

function logged(world: World, surface: Surface, prefix: string, handler: Handler): Handler {
  return async (request) => {
    const response = await handler(request).catch((error: unknown) => {
      log.error("sandbox.failed", { surface, reason: reasonOf(error) });
      return Response.json({ detail: "The sandbox failed. Its log says why." }, { status: 500 });
    });
    await recordCall(world.database, surface, prefix, request, response.status);
    return response;
  };
}

function root({ env }: World, request: Request, path: string): Response {
  if (request.method === "GET" && path === "/health") return Response.json({ status: "ok" });
  if (request.method === "GET" && path === "/") {
    return Response.json({
      what: "Ampdesk sandbox: AMP and an Elements node over one ledger",
      network: env.network,
      amp: "/api",
      node: "/elements and /elements/wallet/<name> (JSON-RPC, basic authentication)",
      control: {
        read: [
          "GET /control/state",
          "GET /control/calls?after=<id>&path=<part>",
          "GET /control/wallets/balance?gaid=<GAID>",
        ],
        change: [
          'POST /control/mine {"blocks":1}',
          "POST /control/wallets {}",
          'POST /control/interval {"seconds":5}',
          'POST /control/fund {"wallet":"treasury","amount":"0.01"}',
          'POST /control/wallets/send {"from":"<GAID>","to":"<GAID or address>","asset_uuid":"…","amount":1}',
        ],
      },
      health: "/health",
    });
  }
  return Response.json({ error: `There is nothing at ${path}.` }, { status: 404 });
}
