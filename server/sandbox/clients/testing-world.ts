import type { Wire } from "@/server/platform/testing";
import { type AmpCaller, addUser, signIn } from "../amp/testing";
import { type ControlCaller, controlCaller } from "../control/testing";
import { nodeClient } from "../elements/node-testing";
import { startTestSandbox, type TestSandbox } from "../testing";
import { TransactionClient, type TransactionClientOptions } from "./testing-client";
import { requests } from "./testing-python";

interface LoggedCall {
  id: number;
  surface: string;
  method: string;
  path: string;
  status: number;
}

/** A new sandbox with what every client's walk begins with: an issuer, a node with L-BTC, control over blocks. */
export class IssuerWorld {
  private constructor(
    readonly sandbox: TestSandbox,
    readonly control: ControlCaller,
    readonly issuer: AmpCaller,
  ) {}

  static async open(): Promise<IssuerWorld> {
    const sandbox = await startTestSandbox({ seed: "empty" });
    return new IssuerWorld(sandbox, controlCaller(sandbox), await signIn(sandbox, "issuer"));
  }

  get api(): string {
    return `${this.sandbox.url}/api`;
  }

  mine = (blocks: number) => this.control.do("/mine", { blocks });
  stop = () => this.sandbox.stop();
  wallet = (name: string) => nodeClient(this.sandbox.url, name);
  node = <T = Wire>(method: string, ...params: unknown[]) => this.wallet("treasury").call<T>(method, params);

  /** As the script takes it: with credentials, and with or without the wallet's name. */
  nodeUrl(wallet?: string): string {
    const url = this.sandbox.url.replace("//", "//rpcuser:rpcpass@");
    return `${url}/elements${wallet === undefined ? "" : `/wallet/${wallet}`}`;
  }

  async callsSince(id: number): Promise<LoggedCall[]> {
    return (await this.control.get(`/calls?after=${id}`)).body;
  }

  async newestCall(): Promise<number> {
    return (await this.control.get("/calls?order=newest&limit=1")).body[0].id;
  }

  /** The script as an issuer runs it; while it waits for confirmations, blocks come. */
  client(options: Partial<TransactionClientOptions> = {}): TransactionClient {
    return new TransactionClient({
      username: "issuer",
      password: "issuer-password",
      nodeUrl: this.nodeUrl("treasury"),
      sleep: async (seconds) => {
        if (seconds === 15) await this.mine(1);
      },
      ...options,
    });
  }

  /** An authorized asset, kept by a wallet of the node. */
  async asset({
    wallet = "treasury",
    tokens = 1,
    restricted = false,
    amount = 10_000_000,
  } = {}): Promise<Wire> {
    const address = () => this.wallet(wallet).call<string>("getnewaddress", []);
    const { status, body } = await this.issuer.post("/assets/issue", {
      name: "Alpine Growth Fund I",
      amount,
      destination_address: await address(),
      is_reissuable: tokens > 0,
      ...(tokens > 0 && { reissuance_amount: tokens, reissuance_address: await address() }),
      transfer_restricted: restricted,
    });
    if (status !== 201) throw new Error(`Not issued: ${JSON.stringify(body)}`);
    await this.mine(3);
    await this.issuer.get(`/assets/${body.asset_uuid}/register-authorized`);
    return body;
  }

  user = (name: string) => addUser(this.sandbox, this.issuer, name);

  /** A work order as it was answered, letter by letter: the file that the script is given. */
  async file(method: "GET" | "POST", path: string, json?: unknown): Promise<string> {
    const headers = { authorization: `token ${this.issuer.token}` };
    const { status, text } = await requests(method, `${this.api}${path}`, { headers, json });
    if (status !== 200) throw new Error(`No order: ${status} ${text}`);
    return text;
  }

  reissueFile = ({ asset_uuid: uuid }: Wire, sats: number) =>
    this.file("POST", `/assets/${uuid}/reissue-request`, { amount_to_reissue: sats });
  burnFile = ({ asset_uuid: uuid }: Wire, sats: number) =>
    this.file("POST", `/assets/${uuid}/burn-request`, { amount: sats });

  /** Assigns each amount and asks for one distribution of them all. */
  async distributionFile({ asset_uuid: uuid }: Wire, user: { id: number }, ...amounts: number[]) {
    for (const amount of amounts) {
      const draft = { registered_user: user.id, amount, ready_for_distribution: true };
      const { status, body } = await this.issuer.post(`/assets/${uuid}/assignments/create`, {
        assignments: [draft],
      });
      if (status !== 200) throw new Error(`Not assigned: ${JSON.stringify(body)}`);
    }
    return this.file("GET", `/assets/${uuid}/distributions/create/`);
  }

  /** What AMP says of the asset at the end of a walk. */
  async books({ asset_uuid: uuid }: Wire) {
    const read = async (path: string) => (await this.issuer.get(`/assets/${uuid}/${path}`)).body;
    const [summary, owners, { lost_outputs: lost }] = await Promise.all(
      ["summary", "ownerships", "balance"].map(read),
    );
    const { issued, reissued, distributed, burned } = summary;
    return {
      ...{ issued, reissued, distributed, burned, lost },
      owned: owners.reduce((sum: number, { amount }: { amount: number }) => sum + amount, 0),
    };
  }
}

/** The same with an asset, and with a user who may receive it. */
export async function openWithAsset() {
  const world = await IssuerWorld.open();
  const user = await world.user("Alice Ames");
  return { world, user, asset: await world.asset() };
}
