import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";

type Handler = (request: Request) => Promise<Response>;

export interface Listening {
  port: number;
  /** Ends open connections too. */
  close(): Promise<void>;
}

/**
 * Listens before there is anything to answer with, so that the port is known (and known to be free) first.
 * @param port 0 = any free one
 */
export async function listen(
  host: string,
  port: number,
  handler: () => Handler | undefined,
): Promise<Listening> {
  const fetch = (request: Request) => {
    const answer = handler();
    return answer
      ? answer(request)
      : Promise.resolve(Response.json({ error: "The sandbox is starting." }, { status: 503 }));
  };
  const server = createAdaptorServer({ fetch });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}
