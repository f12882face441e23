import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { parseExactJson } from "@/lib/exact-json";
import type { Wire } from "@/server/platform/testing";
import { type AmpCaller, confirmPayload, issue, mine, sendOrder } from "../amp/testing";
import type { TestSandbox } from "../testing";

type Answer = (response: ServerResponse, body: Wire) => void | Promise<void>;

/** An issuer's authorization service that answers as a test tells it to. */
export interface IssuerService {
  url: string;
  /** What it was sent, in order. */
  requests: { method: string; path: string; headers: IncomingMessage["headers"]; text: string; body: Wire }[];
  answer: Answer;
  stop(): Promise<void>;
}

export const approving: Answer = (response) => json(response, { result: true, error: "" });
export const rejecting =
  (error: string): Answer =>
  (response) =>
    json(response, { result: false, error });

export function json(
  response: ServerResponse,
  body: unknown,
  headers = { "content-type": "application/json" },
) {
  response.writeHead(200, headers).end(JSON.stringify(body));
}

export async function startIssuerService(): Promise<IssuerService> {
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    const { method = "", url: path = "", headers } = request;
    const body = JSON.parse(text);
    service.requests.push({ method, path, headers, text, body });
    await service.answer(response, body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const service: IssuerService = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    answer: approving,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return service;
}

/** The control API as a developer calls it. */
export async function control(
  sandbox: TestSandbox,
  method: "GET" | "POST",
  path: string,
  body?: object,
): Promise<{ status: number; body: Wire }> {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const response = await fetch(`${sandbox.url}/control${path}`, init);
  return { status: response.status, body: parseExactJson(await response.text()) };
}

/** An authorized asset, some of it distributed: one output for each amount. */
export async function distributed(
  sandbox: TestSandbox,
  amp: AmpCaller,
  options: {
    name: string;
    restricted: boolean;
    categoryId?: number;
    to: { user: number; amounts: number[] }[];
  },
): Promise<{ uuid: string; id: string }> {
  const { asset_uuid: uuid, asset_id: id } = await issue(sandbox, amp, {
    name: options.name,
    restricted: options.restricted,
  });
  await mine(sandbox, 3);
  await amp.get(`/assets/${uuid}/register-authorized`);
  if (options.categoryId) await amp.put(`/categories/${options.categoryId}/assets/${uuid}/add`);
  for (const { user, amounts } of options.to)
    for (const amount of amounts) {
      const draft = { registered_user: user, amount, ready_for_distribution: true };
      await amp.post(`/assets/${uuid}/assignments/create`, { assignments: [draft] });
    }
  const order = (await amp.get(`/assets/${uuid}/distributions/create/`)).body;
  const txid = await sendOrder(sandbox, order);
  await mine(sandbox, 2);
  const path = `/assets/${uuid}/distributions/${order.distribution_uuid}/confirm`;
  const { status, body } = await amp.post(path, await confirmPayload(sandbox, txid, id));
  if (status !== 200) throw new Error(`The confirm answered ${status}: ${JSON.stringify(body)}`);
  return { uuid, id };
}
