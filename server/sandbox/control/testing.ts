import type { Wire } from "@/server/platform/testing";
import { type AmpCaller, confirmPayload, mine, newGaid, sendOrder } from "../amp/testing";
import type { TestSandbox } from "../testing";

/** The sandbox's knobs as their users meet them. */
export function controlCaller(sandbox: TestSandbox) {
  const send = async (
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: Wire }> => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const response = await fetch(`${sandbox.url}/control${path}`, init);
    return { status: response.status, body: await response.json() };
  };
  return {
    get: (path: string) => send("GET", path),
    post: (path: string, body?: unknown) => send("POST", path, body),
    delete: (path: string, body?: unknown) => send("DELETE", path, body),
    /** The answer of a call that must succeed. */
    async do(path: string, body?: unknown): Promise<Wire> {
      const answer = await send("POST", path, body);
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
    state: async (): Promise<Wire> => (await send("GET", "/state")).body,
  };
}

export type ControlCaller = ReturnType<typeof controlCaller>;

/** A registered user with a wallet, free to hold what needs no category. */
export async function addHolder(sandbox: TestSandbox, amp: AmpCaller, name: string) {
  const gaid = await newGaid(sandbox);
  const { body } = await amp.post("/registered_users/add", { name, is_company: false, GAID: gaid });
  return { id: body.id as number, gaid };
}

/** Assigns, orders, sends, waits for two blocks and confirms. */
export async function distribute(
  sandbox: TestSandbox,
  amp: AmpCaller,
  asset: { asset_uuid: string; asset_id: string },
  userId: number,
  amount: number,
): Promise<{ txid: string; distributionUuid: string }> {
  const base = `/assets/${asset.asset_uuid}`;
  const draft = { registered_user: userId, amount, ready_for_distribution: true };
  const assigned = await amp.post(`${base}/assignments/create`, { assignments: [draft] });
  if (assigned.status !== 200) throw new Error(`Not assigned: ${JSON.stringify(assigned.body)}`);
  const order = (await amp.get(`${base}/distributions/create/`)).body;
  const txid = await sendOrder(sandbox, order);
  await mine(sandbox, 2);
  const payload = await confirmPayload(sandbox, txid, asset.asset_id);
  const path = `${base}/distributions/${order.distribution_uuid}/confirm`;
  const { status, body } = await amp.post(path, payload);
  if (status !== 200) throw new Error(`The confirm answered ${status}: ${JSON.stringify(body)}`);
  return { txid, distributionUuid: order.distribution_uuid };
}
