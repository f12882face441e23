import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Wire } from "@/server/platform/testing";
import { controlCaller } from "../control/testing";
import { startTestSandbox } from "../testing";
import { hmacSignature, legacySignature } from "./signature";

export const KEYS = { apiKey: "a2b3005f-e324-4e7e-a328-4aecd11a091b", privateKey: "a secret of both sides" };

interface Received {
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** A service's end of the webhooks: keeps what comes and answers with the next of `answers`, else with 200. */
async function startReceiver() {
  const received: Received[] = [];
  const answers: number[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      received.push({ path: request.url ?? "", headers: request.headers as Received["headers"], body });
      response.writeHead(answers.shift() ?? 200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections());
  return { url, received, answers, stop };
}

export type VeriffGround = Awaited<ReturnType<typeof startVeriff>>;

/** A sandbox, a service that its webhooks reach, and what plays verifications. */
export async function startVeriff() {
  const receiver = await startReceiver();
  const veriff = {
    ...KEYS,
    webhookUrl: receiver.url,
    callbackUrl: "http://desk.example/invest",
    retryMs: 20,
  };
  const sandbox = await startTestSandbox({ veriff });
  const control = controlCaller(sandbox);

  const ask = (body: string, headers: Record<string, string>) =>
    fetch(`${sandbox.url}/veriff/v1/sessions/`, { method: "POST", headers, body });
  const create = async (verification: object = {}): Promise<Wire> => {
    const body = JSON.stringify({ verification: { vendorData: "0xabc", ...verification } });
    const signature = hmacSignature(body, KEYS.privateKey);
    const response = await ask(body, { "x-auth-client": KEYS.apiKey, "x-hmac-signature": signature });
    if (response.status !== 201) throw new Error(`No session: ${response.status} ${await response.text()}`);
    return ((await response.json()) as Wire).verification;
  };
  const deliveries = async (sessionId: string): Promise<Wire[]> =>
    (await control.get(`/veriff/deliveries?session_id=${sessionId}`)).body.reverse();
  /** Resolves with the session's webhooks, oldest first, once `isDone` says so of each. */
  const settled = async (
    sessionId: string,
    isDone: (webhook: Wire) => boolean = ({ state }) => state !== "waiting",
  ): Promise<Wire[]> => {
    for (let look = 0; look < 400; look++) {
      const webhooks = await deliveries(sessionId);
      if (webhooks.length > 0 && webhooks.every(isDone)) return webhooks;
      await sleep(10);
    }
    throw new Error(`Not settled: ${JSON.stringify(await deliveries(sessionId))}`);
  };
  /** What the service received of one session, oldest first. */
  const receivedOf = (sessionId: string) =>
    receiver.received
      .filter(({ body }) => body.includes(sessionId))
      .map(({ path, headers, body }) => ({ path, headers, body, json: JSON.parse(body) as Wire }));
  const isRight = ({ headers, body }: Received) => {
    const hmac = headers["x-hmac-signature"];
    const legacy = headers["x-signature"];
    return (
      headers["x-auth-client"] === KEYS.apiKey &&
      (hmac ?? legacy) !== undefined &&
      (hmac === undefined || hmac === hmacSignature(body, KEYS.privateKey)) &&
      (legacy === undefined || legacy === legacySignature(body, KEYS.privateKey))
    );
  };
  const stop = async () => {
    await sandbox.stop();
    await receiver.stop();
  };
  return { sandbox, control, receiver, ask, create, settled, receivedOf, isRight, stop };
}
