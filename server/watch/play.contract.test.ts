import { afterAll, beforeAll, expect, it } from "vitest";
import { numberOf, seedOf } from "@/server/platform/testing";
import { seededRandom } from "@/server/sandbox/amp/play/random";
import { addUser, confirmPayload, issue, mine, sendOrder } from "@/server/sandbox/amp/testing";
import { approve, assign, operationOf, work } from "@/server/treasury/testing";
import { openWatchBench, type WatchBench } from "./testing";

/**
 * A random life of an asset in which everything is legal, with a look after each step: none may raise an alert.
 * WATCH_STEPS sets how long it is, WATCH_SEED what it is made from; a failure prints both and what was done.
 */
const STEPS = numberOf("WATCH_STEPS", 12, 1_000);
const SEED = seedOf("WATCH_SEED");
const PEOPLE = 3;
const next = seededRandom(SEED);
const below = (limit: number) => Math.floor(next() * limit);

let bench: WatchBench;
let base: string;
let uuid: string;
let assetId: string;
let people: { id: number; gaid: string }[];
let treasuryAddress: string;

/** What is on its way: an operation of the desk, or an order that is carried out by hand. */
type Pending = { operationId: string } | { txid: string; confirm: () => Promise<{ status: number }> };
let pending: Pending | null = null;

beforeAll(async () => {
  bench = await openWatchBench();
  const issued = await issue(bench.sandbox, bench.amp, { restricted: false, reissuable: true });
  [uuid, assetId, base] = [issued.asset_uuid, issued.asset_id, `/assets/${issued.asset_uuid}`];
  await mine(bench.sandbox, 3);
  await bench.amp.get(`${base}/register-authorized`);
  people = [];
  for (let number = 0; number < PEOPLE; number += 1)
    people.push(await addUser(bench.sandbox, bench.amp, `Person ${number}`));
  treasuryAddress = await bench.rpc("getnewaddress");
  await bench.amp.post(`${base}/treasury-addresses/add`, [treasuryAddress]);
});
afterAll(() => bench?.close());

const somebody = () => people[below(PEOPLE)] ?? { id: 0, gaid: "" };
const units = (sats: number) => `0.${String(sats).padStart(8, "0")}`;
const unlockCoins = () => bench.rpc("lockunspent", [true]);
const isFree = () => pending === null;

async function byHand(txid: string, confirm: () => Promise<{ status: number }>): Promise<void> {
  pending = { txid, confirm };
}

/** Each does its step and says so, or says that it makes no sense now. */
const steps: Record<string, () => Promise<boolean>> = {
  async mine() {
    await mine(bench.sandbox, 1 + below(2));
    return true;
  },
  async assign() {
    return (await assign(bench.amp, uuid, somebody().id, 1 + below(50))).status === 200;
  },
  async distributeByDesk() {
    const open: { ready_for_distribution: boolean; is_distributed: boolean }[] = (
      await bench.amp.get(`${base}/assignments?distributed=false`)
    ).body;
    if (!isFree() || open.length === 0) return false;
    await unlockCoins();
    pending = { operationId: await approve(bench.actor, uuid) };
    return true;
  },
  async distributeByHand() {
    if (!isFree()) return false;
    await unlockCoins();
    const { body: order } = await bench.amp.get(`${base}/distributions/create/`);
    if (!order.distribution_uuid) return false;
    const txid = await sendOrder(bench.sandbox, order);
    const path = `${base}/distributions/${order.distribution_uuid}/confirm`;
    await byHand(txid, async () => bench.amp.post(path, await confirmPayload(bench.sandbox, txid, assetId)));
    return true;
  },
  async burn() {
    if (!isFree()) return false;
    await unlockCoins();
    const amount = 1 + below(100);
    if ((await bench.amp.post(`${base}/burn-request`, { amount })).status !== 200) return false;
    const txid: string = await bench.rpc("destroyamount", [assetId, units(amount)]);
    await byHand(txid, async () => {
      const { change_data } = await confirmPayload(bench.sandbox, txid, assetId);
      return bench.amp.post(`${base}/burn-confirm`, { tx_data: { txid }, change_data });
    });
    return true;
  },
  async reissue() {
    if (!isFree()) return false;
    await unlockCoins();
    const amount = 1 + below(100);
    const asked = await bench.amp.post(`${base}/reissue-request`, { amount_to_reissue: amount });
    if (asked.status !== 200) return false;
    const output: { txid: string; vin: number } = await bench.rpc("reissueasset", [assetId, units(amount)]);
    await byHand(output.txid, async () => {
      const { details } = await bench.rpc("gettransaction", [output.txid]);
      const all: { txid: string }[] = await bench.rpc("listissuances");
      const listissuances = all.filter(({ txid }) => txid === output.txid);
      const body = { details, reissuance_output: output, listissuances };
      return bench.amp.post(`${base}/reissue-confirm`, body);
    });
    return true;
  },
  async goOn() {
    if (pending === null) return false;
    if ("operationId" in pending) {
      await mine(bench.sandbox, 1);
      await work();
      const { state, problem } = await operationOf(pending.operationId);
      if (state === "stopped" || state === "unknown") throw new Error(`${state}: ${problem?.message}`);
      if (state === "done") pending = null;
      return true;
    }
    const { confirmations } = await bench.rpc("gettransaction", [pending.txid]);
    if (confirmations < 2) return mine(bench.sandbox, 1).then(() => true);
    const { status } = await pending.confirm();
    if (status !== 200) throw new Error(`The confirm answered ${status}.`);
    pending = null;
    return true;
  },
  async transfer() {
    const to = below(3) === 0 ? treasuryAddress : somebody().gaid;
    const body = { from: somebody().gaid, asset_uuid: uuid, to, amount: 1 + below(5) };
    return (await bench.control.post("/wallets/send", body)).status === 200;
  },
  async mark() {
    const { body: utxos } = await bench.amp.get(`${base}/utxos`);
    const { txid, vout, blacklisted } = utxos[below(utxos.length)];
    await bench.amp.post(`${base}/utxos/${blacklisted ? "whitelist" : "blacklist"}`, [{ txid, vout }]);
    return true;
  },
  async lockCoin() {
    const coins: { txid: string; vout: number }[] = await bench.rpc("listunspent", [0]);
    const { txid, vout } = coins[below(coins.length)] ?? { txid: "", vout: 0 };
    return bench.rpc("lockunspent", [false, [{ txid, vout }]]);
  },
  async payFees() {
    await unlockCoins();
    await bench.rpc("sendtoaddress", [await bench.rpc("getnewaddress"), "0.00010000"]);
    return true;
  },
};

/** How often each comes in a round; the rounds are shuffled, so that even a short life has some of each. */
const WEIGHTS: Record<string, number> = { goOn: 9, assign: 2, transfer: 2, mine: 2 };
const round = Object.keys(steps).flatMap((name) => Array<string>(WEIGHTS[name] ?? 1).fill(name));
let bag: string[] = [];

function draw(): string {
  if (bag.length === 0) bag = [...round];
  return bag.splice(below(bag.length), 1)[0] ?? "mine";
}

it("raises no alert in a random life of legal steps", { timeout: 60_000 + STEPS * 2_000 }, async () => {
  const done: string[] = [];
  const told = () => `WATCH_SEED=${SEED} WATCH_STEPS=${STEPS}: ${done.join(" → ")}`;
  while (done.length < STEPS) {
    const name = draw();
    const isDone = await steps[name]?.().catch((error: Error) => {
      throw new Error(`${told()} → ${name}: ${error.message}`);
    });
    if (!isDone) continue;
    done.push(name);
    await bench.look();
    const alerts = await bench.alertsOf(uuid);
    expect(alerts, told()).toEqual([]);
    expect((await bench.watched(uuid))?.problem, told()).toBeNull();
  }
  const counts = Object.fromEntries(
    Object.keys(steps).map((name) => [name, done.filter((one) => one === name).length]),
  );
  console.info(`${STEPS} steps, seed ${SEED}`, counts);
});
