import type { Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";

/** @param peer the address at the other end of the connection */
type Handler = (request: Request, peer?: string) => Promise<Response>;

export interface Listening {
  port: number;
  /** Takes no new call, gives those that run `graceMs` to finish, then ends every connection. */
  close(graceMs?: number): Promise<void>;
}

export interface Patience {
  /** For the first byte to the last of a request's head. */
  headersMs: number;
  /** For the whole request. */
  requestMs: number;
}

export interface ListenOptions {
  patience?: Patience;
  /** The answer while there is no handler yet. */
  starting: () => Response;
  /** The last word on an answer, with the connection it goes out on. */
  send?: (response: Response, outgoing: ServerResponse) => Response;
}

const PATIENCE: Patience = { headersMs: 10_000, requestMs: 60_000 };
/** Longer than clients keep an idle connection, so that none of them meets one that is just being closed. */
const KEEP_ALIVE_MS = 75_000;
const GRACE_MS = 5_000;

/**
 * Listens before there is anything to answer with, so that the port is known (and known to be free) first.
 * @param port 0 = any free one
 */
export async function listen(
  host: string,
  port: number,
  handler: () => Handler | undefined,
  { patience: { headersMs, requestMs } = PATIENCE, starting, send = (response) => response }: ListenOptions,
): Promise<Listening> {
  const running = new Set<ServerResponse>();
  let isEnding = false;
  const fetch = async (request: Request, { incoming, outgoing }: HttpBindings) => {
    running.add(outgoing);
    outgoing.once("close", () => running.delete(outgoing));
    if (isEnding) closeAfter(outgoing);
    const answer = handler();
    return answer ? send(await answer(request, incoming.socket.remoteAddress), outgoing) : starting();
  };
  const server = createAdaptorServer({
    fetch: fetch as Parameters<typeof createAdaptorServer>[0]["fetch"],
    serverOptions: {
      headersTimeout: headersMs,
      requestTimeout: requestMs,
      connectionsCheckingInterval: Math.min(1000, headersMs / 2),
      keepAliveTimeout: KEEP_ALIVE_MS,
    },
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async (graceMs = GRACE_MS) => {
      isEnding = true;
      const closed = new Promise((resolve) => server.close(resolve));
      for (const outgoing of running) closeAfter(outgoing);
      const timer = new AbortController();
      await Promise.race([closed, sleep(graceMs, undefined, { signal: timer.signal }).catch(() => {})]);
      timer.abort();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Tells the caller not to use the connection again. */
function closeAfter(outgoing: ServerResponse): void {
  if (!outgoing.headersSent) outgoing.setHeader("connection", "close");
}
