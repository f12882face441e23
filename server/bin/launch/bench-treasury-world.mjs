import { BenchCalls } from "./bench-calls.mjs";

const WALLETS_AT_ONCE = 500;
/** Callers while the world is made; the sandbox changes one thing after the other. */
const CALLERS = 4;
/** The smallest amount in sats, big enough to be printed without an exponent. */
const LEAST = 1000;

/** An asset with many assignments, and the least that a script has to ask of AMP and the node to distribute it. */
export class TreasuryWorld extends BenchCalls {
  amountOf = (place) => LEAST + place;

  /** An authorised asset and as many users as assignments, each with a wallet and one ready assignment. */
  async fill(count, note) {
    this.total = count;
    const amount = count * this.amountOf(count);
    const wanted = { name: "Benchmark Fund", amount, transfer_restricted: false, is_reissuable: false };
    const address = await this.node("getnewaddress");
    this.asset = await this.amp("/assets/issue", { ...wanted, destination_address: address });
    await this.mine(3);
    await this.amp(`/assets/${this.asset.asset_uuid}/register-authorized`);
    const gaids = await this.openWallets(count);
    let made = 0;
    await side(CALLERS, gaids, async (gaid, place) => {
      const user = { name: `Holder ${place}`, is_company: false, GAID: gaid };
      const { id } = await this.amp("/registered_users/add", user);
      const draft = { registered_user: id, amount: this.amountOf(place), ready_for_distribution: true };
      await this.amp(`${this.base}/assignments/create`, { assignments: [draft] });
      made += 1;
      note(`${made} of ${count}`);
    });
  }

  get base() {
    return `/assets/${this.asset.asset_uuid}`;
  }

  async openWallets(count) {
    const gaids = [];
    while (gaids.length < count) {
      const body = { count: Math.min(WALLETS_AT_ONCE, count - gaids.length) };
      gaids.push(...(await this.ask("/control/wallets", { body })).gaids);
    }
    return gaids;
  }

  /** The token that was handed out before is worthless. */
  async replaceToken() {
    const { token } = await this.amp("/user/refresh-token");
    this.headers = { authorization: `token ${token}` };
  }

  keep = (name) => this.ask("/control/snapshots", { body: { name } });
  putBack = (name) => this.ask("/control/snapshots/restore", { body: { name } });
  height = () => this.node("getblockcount");

  /** @returns {{ calls: number, transactions: number }} */
  async distributeBare(size) {
    let calls = 0;
    const counted = (answer) => {
      calls += 1;
      return answer;
    };
    const amp = (...request) => this.amp(...request).then(counted);
    const node = (...request) => this.node(...request).then(counted);
    const rows = await amp(`${this.base}/assignments?distributed=false`);
    const ids = rows.map(({ id }) => id).sort((a, b) => a - b);
    for (const id of ids.slice(size)) await amp(`${this.base}/assignments/${id}/lock`, undefined, "PUT");
    let transactions = 0;
    for (let from = 0; from < ids.length; from += size) {
      const batch = ids.slice(from, from + size);
      if (from > 0)
        for (const id of batch) await amp(`${this.base}/assignments/${id}/unlock`, undefined, "PUT");
      const order = await amp(`${this.base}/distributions/create/`);
      if (Object.keys(order.map_address_amount).length !== batch.length)
        throw new Error("AMP's order is not the batch.");
      const assets = order.map_address_asset;
      const params = ["", order.map_address_amount, 0, "", [], false, 1, "unset", assets, false];
      const txid = await node("sendmany", params);
      await this.mine(2);
      const { details } = await node("gettransaction", [txid]);
      const coins = await node("listunspent");
      const change = coins.filter((coin) => coin.txid === txid && coin.asset === this.asset.asset_id);
      await this.confirm(
        `${this.base}/distributions/${order.distribution_uuid}/confirm`,
        { txid, details },
        change,
      );
      calls += 1;
      transactions += 1;
    }
    return { calls, transactions };
  }

  /** @throws Error unless AMP says that everybody has what was meant for him, by as many distributions */
  async checkPaid(transactions) {
    const owners = await this.amp(`${this.base}/ownerships`);
    const held = owners.filter(({ GAID }) => GAID !== null).map(({ amount }) => amount);
    const meant = Array.from({ length: this.total }, (_, place) => this.amountOf(place));
    const isEqual = `${held.toSorted((a, b) => a - b)}` === `${meant}`;
    const distributions = await this.amp(`${this.base}/distributions`);
    if (!isEqual || distributions.length !== transactions)
      throw new Error(`AMP shows ${held.length} holders by ${distributions.length} distributions.`);
  }

  /** @throws Error unless the wallet shows each batch's tag on exactly one transaction */
  async checkSent(operationId, transactions) {
    const tagged = new Map();
    for (let skip = 0; ; skip += 1000) {
      const entries = await this.node("listtransactions", ["*", 1000, skip, true]);
      for (const { comment, txid } of entries) {
        if (!comment?.startsWith(operationId)) continue;
        tagged.set(comment, (tagged.get(comment) ?? new Set()).add(txid));
      }
      if (entries.length < 1000) break;
    }
    const isOnceEach = [...tagged.values()].every(({ size }) => size === 1);
    if (tagged.size !== transactions || !isOnceEach)
      throw new Error(`The wallet shows ${tagged.size} batches, wanted ${transactions}, each once.`);
  }
}

/** Some at once, in order of their places. */
async function side(callers, values, work) {
  let next = 0;
  const caller = async () => {
    while (next < values.length) {
      const place = next;
      next += 1;
      await work(values[place], place);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
}
