import { performance } from "node:perf_hooks";
import { BenchCalls } from "./bench-calls.mjs";

/** What the bench does with a running sandbox of the large seed. */
export class SandboxCalls extends BenchCalls {
  async signIn() {
    await super.signIn();
    [this.asset] = await this.amp("/assets/");
    this.users = (await this.amp("/registered_users/")).slice(1, 71);
  }

  draft = (isReady) => ({
    assignments: [
      {
        registered_user: this.users[0].id,
        amount: 1,
        ready_for_distribution: isReady,
        vesting_timestamp: null,
      },
    ],
  });

  /** Payments of L-BTC to one recipient each; a block now and then keeps the wallet's chain of unconfirmed coins short. */
  async timeSends(count) {
    const times = [];
    const address = await this.node("getnewaddress", []);
    for (let sent = 0; sent < count; sent += 1) {
      if (sent % 20 === 0) await this.mine(1);
      times.push(await timed(() => this.node("sendmany", ["", { [address]: "0.00001" }, 0])));
    }
    return times;
  }

  /** A distribution to seventy holders: what its sendmany and then its block take. */
  async timeDistribution() {
    const base = `/assets/${this.asset.asset_uuid}`;
    for (const { id } of this.users) {
      const draft = { registered_user: id, amount: 1, ready_for_distribution: true };
      await this.amp(`${base}/assignments/create`, { assignments: [draft] });
    }
    const order = await this.amp(`${base}/distributions/create/`);
    const amounts = { ...order.map_address_amount };
    let txid;
    const sendMs = await timed(async () => {
      const params = ["", amounts, 0, "", [], false, 1, "UNSET", order.map_address_asset];
      txid = await this.node("sendmany", params);
    });
    const blockMs = await timed(() => this.mine(1));
    await this.mine(1);
    const { details } = await this.node("gettransaction", [txid]);
    const coins = await this.node("listunspent", []);
    const change = coins.filter((coin) => coin.txid === txid && coin.asset === order.asset_id);
    await this.confirm(`${base}/distributions/${order.distribution_uuid}/confirm`, { txid, details }, change);
    return { sendMs, blockMs };
  }
}

async function timed(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
