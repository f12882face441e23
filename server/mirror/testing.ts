import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

export interface Relay {
  url: string;
  /** Method and path of every request, oldest first. */
  readonly seen: string[];
  /** Ends the next answer whose path ends in `path` after so many bytes, as a broken connection does. */
  cut(path: string, afterBytes: number): void;
  /** Runs before the next answer whose path ends in `path` is passed on. */
  meanwhile(path: string, work: () => Promise<void>): void;
  stop(): Promise<void>;
}

/** Stands in front of AMP and passes answers on byte by byte, whole or not. */
export async function startRelay(target: string): Promise<Relay> {
  const seen: string[] = [];
  let cuts: { path: string; afterBytes: number }[] = [];
  let works: { path: string; work: () => Promise<void> }[] = [];
  const server = createServer(async (incoming, answer) => {
    const { method = "GET", url = "/" } = incoming;
    const body = await buffer(incoming);
    seen.push(`${method} ${url}`);
    const headers = new Headers();
    for (const name of ["authorization", "content-type", "accept"]) {
      const value = incoming.headers[name];
      if (typeof value === "string") headers.set(name, value);
    }
    const response = await fetch(target + url, { method, headers, body: body.length ? body : null });
    const bytes = Buffer.from(await response.arrayBuffer());
    const due = works.filter(({ path }) => url.endsWith(path));
    works = works.filter((one) => !due.includes(one));
    for (const { work } of due) await work();
    answer.writeHead(response.status, { "content-type": "application/json" });
    const cut = cuts.find(({ path }) => url.endsWith(path));
    cuts = cuts.filter((one) => one !== cut);
    if (cut) return void answer.write(bytes.subarray(0, cut.afterBytes), () => answer.destroy());
    answer.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    cut: (path, afterBytes) => cuts.push({ path, afterBytes }),
    meanwhile: (path, work) => works.push({ path, work }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
