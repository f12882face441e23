import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** What happens to a call: null = it goes through; a function decides, and may let it through itself. */
type Rule = (forward: () => Promise<string>) => Promise<string>;

export type RpcProxy = Awaited<ReturnType<typeof startRpcProxy>>;

/** Never answers, as a process that was killed never hears an answer. */
export const silence = () => new Promise<string>(() => {});

/** Stands before a chain's node; tests switch single methods. */
export async function startRpcProxy(target: string) {
  const rules = new Map<string, Rule>();
  const calls: { method: string; params: unknown[] }[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const { method, params } = JSON.parse(body);
    calls.push({ method, params });
    const forward = async () =>
      (await fetch(target, { method: "POST", headers: { "content-type": "application/json" }, body })).text();
    const rule = rules.get(method) ?? rules.get("*");
    const answer = await (rule ? rule(forward) : forward()).catch(() => null);
    if (answer === null) response.destroy();
    else response.setHeader("content-type", "application/json").end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    /** @param method `*` = every one that has no rule of its own */
    set: (method: string, rule: Rule | null) => {
      if (rule) rules.set(method, rule);
      else rules.delete(method);
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
