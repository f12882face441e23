import type { Wire } from "@/server/platform/testing";
import { dumps, loads, type PythonAnswer, type PythonFloat, requests } from "./testing-python";
import { send } from "./testing-wire";

/** The client ends with code 1 and these words; also for its failed assertions. */
export class Exit extends Error {}

export interface TransactionClientOptions {
  username: string;
  password: string;
  /** With the node's credentials, and `/wallet/<name>` where the node has several wallets. */
  nodeUrl: string;
  /** What the client does for so many seconds: 60 until AMP has caught up, 15 between two looks, 10 before a retry. */
  sleep(seconds: number): Promise<void>;
  /** official: script version 2. older: the copy that is bundled with the third-party command line client. */
  edition?: "official" | "older";
  /** How often it looks for the confirmations before it gives up; 40 unless told otherwise, ten minutes. */
  rounds?: number;
}

export interface RunOptions {
  /** TXID, for a reissuance TXID:VIN: only the confirm is left to do. */
  useExisting?: string;
  haveSplitReissuanceToken?: boolean;
}

const ROUNDS = 40;
const ATTEMPTS = 5;
const ZEROS = "0".repeat(64);

/** Chapter 3 of the contract, step by step: what the issuer runs between an order and its confirm. */
export class TransactionClient {
  private readonly script: { version: number; checksNode: boolean; recovers: boolean };

  constructor(private readonly options: TransactionClientOptions) {
    this.script =
      options.edition === "older"
        ? { version: 1, checksNode: false, recovers: false }
        : { version: 2, checksNode: true, recovers: true };
  }

  /** @param file the work order as AMP answered it */
  async distribute(file: string, { useExisting }: RunOptions = {}): Promise<string> {
    const { order, amp } = await this.begin("distribute", file, useExisting);
    const asset = `assets/${order.asset_uuid}`;
    const txid =
      useExisting ?? (await this.sendDistribution(order, await amp("GET", `${asset}/assignments`)));
    const { details } = await this.rpc("gettransaction", [txid]);
    const change = await this.unspent(order.asset_id, txid);
    const path = `${asset}/distributions/${order.distribution_uuid}/confirm`;
    await this.confirm(amp, path, { tx_data: { details, txid }, change_data: change }, txid);
    return txid;
  }

  private async sendDistribution(order: Wire, answer: PythonAnswer): Promise<string> {
    assert(answer.status === 200, "The assignments cannot be read.");
    const own = answer.json().filter((row: Wire) => row.distribution_uuid === order.distribution_uuid);
    assert(own.length > 0, "No assignment belongs to this distribution.");
    assert(
      own.every((row: Wire) => row.is_distributed === false),
      "The distribution is already confirmed.",
    );
    const { map_address_amount: amounts, map_address_asset: assets } = order;
    const txid = await this.rpc("sendmany", ["", amounts, 0, "", [], false, 1, "UNSET", assets]);
    await this.waitFor(txid);
    return txid;
  }

  /** @returns TXID:VIN */
  async reissue(file: string, { useExisting, haveSplitReissuanceToken }: RunOptions = {}): Promise<string> {
    const { order, amp } = await this.begin("reissue", file, useExisting);
    const isSplit = haveSplitReissuanceToken === true;
    const output = useExisting
      ? await this.findReissuance(order, useExisting)
      : await this.sendReissuance(order, isSplit);
    const { txid } = output;
    const { details } = await this.rpc("gettransaction", [txid]);
    const issuances = (await this.rpc("listissuances", [])).filter((row: Wire) => row.txid === txid);
    const existing = `${txid}:${output.vin}`;
    const body = { details, reissuance_output: output, listissuances: issuances };
    await this.confirm(amp, `assets/${order.asset_uuid}/reissue-confirm`, body, existing);
    return existing;
  }

  private async findReissuance(order: Wire, existing: string) {
    const [txid, vin] = existing.split(":");
    const output = { txid, vin: Number(vin) };
    const known: Wire[] = await this.rpc("listissuances", [order.asset_id]);
    const isKnown = known.some(
      (row) => row.isreissuance === true && row.txid === output.txid && row.vin === output.vin,
    );
    assert(isKnown, "The wallet knows no such reissuance.");
    return output;
  }

  private async sendReissuance(order: Wire, isSplit: boolean) {
    const wanted: Wire[] = order.reissuance_utxos;
    const found = await this.countUnspent(wanted);
    assert(found > 0 && (isSplit || found === wanted.length), "Missing UTXO");
    const { txid, vin } = await this.rpc("reissueasset", [order.asset_id, order.amount]);
    await this.waitFor(txid);
    return { txid, vin };
  }

  async burn(file: string, { useExisting }: RunOptions = {}): Promise<string> {
    const { order, amp } = await this.begin("burn", file, useExisting);
    const txid = useExisting ?? (await this.sendBurn(order));
    const change = await this.unspent(order.asset_id, txid);
    const body = { tx_data: { txid }, change_data: change };
    await this.confirm(amp, `assets/${order.asset_uuid}/burn-confirm`, body, txid);
    return txid;
  }

  private async sendBurn({ asset_id: assetId, amount, utxos }: Wire): Promise<string> {
    assert((await this.countUnspent(utxos)) === utxos.length, "Missing UTXO");
    const balance = await this.rpc("getbalance", ["*", 0, false]);
    assert(float(balance[assetId] ?? 0) >= float(amount), "Not enough of the asset in the wallet.");
    const txid = await this.rpc("destroyamount", [assetId, amount]);
    await this.waitFor(txid);
    return txid;
  }

  /** @param baseUrl with the placeholder {} */
  async updateBlinders(assetUuid: string, baseUrl: string): Promise<void> {
    assert(this.script.recovers, "There is no such sub-command.");
    await this.checkNode();
    const amp = await this.login(baseUrl);
    const answer = await amp("GET", `assets/${assetUuid}/txs`);
    assert(answer.status === 200, "The transactions cannot be read.");
    const [issuance] = answer.json();
    const places = issuance.outputs
      .filter((output: Wire) => output.asset_blinder === ZEROS)
      .map((output: Wire) => output.vout);
    const { details } = await this.rpc("gettransaction", [issuance.txid]);
    const missing = details
      .filter((detail: Wire) => places.includes(detail.vout))
      .map((detail: Wire) => ({
        txid: issuance.txid,
        vout: detail.vout,
        asset_blinder: detail.assetblinder,
        amount_blinder: detail.amountblinder,
      }));
    assert(missing.length > 0, "All blinders are present.");
    for (const blinders of missing) {
      const { status } = await amp("POST", `assets/${assetUuid}/update-blinders`, blinders);
      assert(status === 200, "The blinders were not taken.");
    }
  }

  /** What every sub-command does first, in this order. */
  private async begin(command: string, file: string, useExisting?: string) {
    assert(this.script.recovers || useExisting === undefined, "There is no such option.");
    await this.checkNode();
    const order = loads(file);
    const wanted = order.min_supported_client_script_version ?? 0;
    assert(wanted >= this.script.version, "The file is too old for this script.");
    assert(order.command === command, "It is the wrong type of file.");
    const amp = await this.login(order.base_url);
    await this.options.sleep(60);
    const answer = await amp("GET", `assets/${order.asset_uuid}/balance`);
    assert(answer.status === 200, "The balance cannot be read.");
    const { lost_outputs: lost } = answer.json();
    assert(Array.isArray(lost), "The balance has no lost_outputs.");
    assert(lost.length === 0, "The asset has lost outputs.");
    return { order, amp };
  }

  private async checkNode(): Promise<void> {
    const { version, subversion } = await this.rpc("getnetworkinfo", []);
    if (this.script.checksNode) assert(subversion.includes("Elements Core"), "It is an unexpected node.");
    assert(version >= 170_001, "The node's version is not supported.");
    if (!this.script.checksNode) return;
    const { verificationprogress: progress } = await this.rpc("getblockchaininfo", []);
    assert(float(progress) >= 0.999, "The node is not fully synchronized.");
    const { error } = await this.ask("signmessage", ["invalidaddress", "message"]);
    assert(error?.code !== -13, "Unlock the wallet first.");
  }

  private async login(baseUrl: string) {
    const address = (path: string) => baseUrl.replaceAll("{}", path);
    const { username, password } = this.options;
    const answer = await requests("POST", address("user/obtain_token"), { json: { username, password } });
    assert(answer.status === 200, "The login was refused.");
    const headers = { authorization: `token ${answer.json().token}` };
    return (method: string, path: string, json?: unknown) =>
      requests(method, address(path), { headers, json });
  }

  private async confirm(amp: Login, path: string, body: unknown, existing: string): Promise<void> {
    const { status } = await amp("POST", path, body);
    assert(
      status === 200,
      `AMP answered ${status}. Run again with --use-existing ${existing}, never without.`,
    );
  }

  private async waitFor(txid: string): Promise<void> {
    for (let round = 0; round < (this.options.rounds ?? ROUNDS); round++) {
      await this.options.sleep(15);
      if ((await this.rpc("gettransaction", [txid])).confirmations > 1) return;
    }
    throw new Exit(`${txid} was not confirmed in time.`);
  }

  private async countUnspent(wanted: Wire[]): Promise<number> {
    const coins: Wire[] = await this.rpc("listunspent", []);
    return wanted.filter(({ txid, vout }) => coins.some((coin) => coin.txid === txid && coin.vout === vout))
      .length;
  }

  private async unspent(assetId: string, txid: string): Promise<Wire[]> {
    const coins: Wire[] = await this.rpc("listunspent", []);
    return coins.filter((coin) => coin.asset === assetId && coin.txid === txid);
  }

  private async rpc(method: string, params: unknown[]): Promise<Wire> {
    const { result, error } = await this.ask(method, params);
    if (error) throw new Exit(`${method}: ${dumps(error)}`);
    return result;
  }

  /** JSON-RPC 2.0 without an id; a connection that breaks is tried again. */
  private async ask(method: string, params: unknown[], attempt = 1): Promise<Wire> {
    const body = dumps({ method, params, jsonrpc: "2.0" });
    const headers = { "content-type": "application/json" };
    const call = { method: "POST", url: this.options.nodeUrl, headers, body };
    const answer = await send(call).catch(() => null);
    if (answer === null) {
      assert(attempt < ATTEMPTS, "The node cannot be reached.");
      await this.options.sleep(10);
      return this.ask(method, params, attempt + 1);
    }
    assert([200, 500].includes(answer.status), `The node answered ${answer.status}.`);
    return loads(answer.text);
  }
}

type Login = (method: string, path: string, json?: unknown) => Promise<PythonAnswer>;

const float = (number: number | PythonFloat): number => (typeof number === "number" ? number : number.value);

function assert(holds: boolean, words: string): asserts holds {
  if (!holds) throw new Exit(words);
}
