import { parseExactJson, printExactJson } from "@/lib/exact-json";
import type { Wire } from "@/server/platform/testing";
import type { Switches } from "../switches";
import type { TestSandbox } from "../testing";

export interface Answer {
  status: number;
  body: Wire;
}

/** AMP as its users meet it: paths, tokens, JSON. */
export class AmpCaller {
  constructor(
    private readonly sandbox: TestSandbox,
    readonly token?: string,
  ) {}

  get = (path: string) => this.send("GET", path);
  post = (path: string, body?: unknown) => this.send("POST", path, body);
  put = (path: string, body?: unknown) => this.send("PUT", path, body);
  delete = (path: string, body?: unknown) => this.send("DELETE", path, body);

  async send(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(`${this.sandbox.url}/api${path}`, {
      method,
      redirect: "error",
      headers: {
        ...(this.token ? { authorization: `token ${this.token}` } : {}),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      body: body === undefined ? null : printExactJson(body),
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? undefined : parseExactJson(text) };
  }
}

/** Signs in over HTTP. */
export async function signIn(sandbox: TestSandbox, name: "issuer" | "manager"): Promise<AmpCaller> {
  const { body } = await new AmpCaller(sandbox).post("/user/obtain_token", {
    username: name,
    password: `${name}-password`,
  });
  return new AmpCaller(sandbox, body.token);
}

/** The issuer's node over JSON-RPC. */
export async function callNode(sandbox: TestSandbox, method: string, params: unknown[] = []): Promise<Wire> {
  const response = await fetch(`${sandbox.url}/elements/wallet/treasury`, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from("rpcuser:rpcpass").toString("base64")}` },
    body: printExactJson({ jsonrpc: "1.0", id: 1, method, params }),
  });
  const { result, error } = parseExactJson(await response.text()) as Wire;
  if (error) throw new Error(error.message);
  return result;
}

export const mine = (sandbox: TestSandbox, blocks: number) =>
  sandbox.world.write(({ ledger }) => ledger.mine(blocks));

export const newGaid = (sandbox: TestSandbox) => sandbox.world.write(({ ledger }) => ledger.createGaid());

export interface IssueOptions {
  name?: string;
  amount?: number;
  restricted?: boolean;
  reissuable?: boolean;
}

/** Issues to the treasury wallet. */
export async function issue(sandbox: TestSandbox, amp: AmpCaller, options: IssueOptions = {}): Promise<Wire> {
  const {
    name = "Alpine Growth Fund I",
    amount = 10_000_000,
    restricted = true,
    reissuable = false,
  } = options;
  const { body, status } = await amp.post("/assets/issue", {
    name,
    amount,
    destination_address: await callNode(sandbox, "getnewaddress"),
    transfer_restricted: restricted,
    is_reissuable: reissuable,
    ...(reissuable
      ? { reissuance_amount: 1, reissuance_address: await callNode(sandbox, "getnewaddress") }
      : {}),
  });
  if (status !== 201) throw new Error(`Issuing answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** What the official script does with a distribution order after it was written: send, wait, report. */
export async function sendOrder(sandbox: TestSandbox, order: Wire): Promise<string> {
  const { map_address_amount: amounts, map_address_asset: assets } = order;
  return callNode(sandbox, "sendmany", ["", amounts, 0, "", [], false, 1, "UNSET", assets]);
}

export async function confirmPayload(sandbox: TestSandbox, txid: string, assetId: string) {
  const { details } = await callNode(sandbox, "gettransaction", [txid]);
  const unspent: Wire[] = await callNode(sandbox, "listunspent");
  return {
    tx_data: { txid, details },
    change_data: unspent.filter((coin) => coin.txid === txid && coin.asset === assetId),
  };
}

/** Turns switches over the control API. */
export async function turn(sandbox: TestSandbox, switches: Partial<Switches>): Promise<void> {
  const response = await fetch(`${sandbox.url}/control/switches`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(switches),
  });
  if (!response.ok) throw new Error(`The switches answered ${response.status}: ${await response.text()}`);
}

/** Registers a person with a wallet of its own. */
export async function addUser(sandbox: TestSandbox, amp: AmpCaller, name: string) {
  const gaid = await newGaid(sandbox);
  const { body } = await amp.post("/registered_users/add", { name, is_company: false, GAID: gaid });
  return { id: body.id as number, gaid };
}

export const assign = (
  amp: AmpCaller,
  assetUuid: string,
  registeredUser: number,
  amount: number,
  rest = {},
) =>
  amp.post(`/assets/${assetUuid}/assignments/create`, {
    assignments: [{ registered_user: registeredUser, amount, ready_for_distribution: true, ...rest }],
  });

/** Orders, sends, waits for two blocks and confirms. @returns the distribution's uuid */
export async function distribute(sandbox: TestSandbox, amp: AmpCaller, assetUuid: string): Promise<string> {
  const { body: order } = await amp.get(`/assets/${assetUuid}/distributions/create/`);
  const txid = await sendOrder(sandbox, order);
  await mine(sandbox, 2);
  const path = `/assets/${assetUuid}/distributions/${order.distribution_uuid}`;
  const { status } = await amp.post(`${path}/confirm`, await confirmPayload(sandbox, txid, order.asset_id));
  if (status !== 200) throw new Error(`The confirm answered ${status}.`);
  return order.distribution_uuid;
}

/** Every amount of the ownerships added up. */
export async function ownedSats(amp: AmpCaller, assetUuid: string, query = ""): Promise<number> {
  const { body } = await amp.get(`/assets/${assetUuid}/ownerships${query}`);
  return body.reduce((total: number, row: { amount: number }) => total + row.amount, 0);
}
