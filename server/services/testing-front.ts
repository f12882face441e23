import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

type Treatment = "as it is" | "without height" | "refused" | "without the oldest";

export interface Front {
  url: string;
  treat(how: Treatment): void;
  lastToken(): string;
  stop(): Promise<void>;
}

/** An AMP that passes over heights, refuses them, or has lost its oldest transaction. */
export async function startFront(target: string): Promise<Front> {
  let treatment: Treatment = "as it is";
  let token = "";
  const server: Server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", target);
    token = request.headers.authorization ?? token;
    if (treatment === "refused" && url.searchParams.has("height"))
      return void response.writeHead(400, { "content-type": "application/json" }).end('{"Error":"height"}');
    if (treatment === "without height") url.searchParams.delete("height");
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = Object.fromEntries(
      ["authorization", "content-type"].flatMap((name) => {
        const value = request.headers[name];
        return typeof value === "string" ? [[name, value]] : [];
      }),
    );
    const isShort = treatment === "without the oldest" && url.pathname.endsWith("/txs");
    if (isShort) url.searchParams.set("start", String(Number(url.searchParams.get("start") ?? 0) + 1));
    const body = chunks.length > 0 ? Buffer.concat(chunks) : null;
    const answer = await fetch(url, { method: request.method ?? "GET", headers, body });
    response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "text/plain" });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    treat: (how) => {
      treatment = how;
    },
    lastToken: () => token,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
