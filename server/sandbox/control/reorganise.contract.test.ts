import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AmpCaller, callNode, issue, mine, ownedSats, signIn } from "../amp/testing";
import { startTestSandbox, type TestSandbox } from "../testing";
import { addHolder, type ControlCaller, controlCaller, distribute } from "./testing";

let sandbox: TestSandbox;
let control: ControlCaller;
let amp: AmpCaller;
let asset: { asset_uuid: string; asset_id: string };
let base: string;
const TOTAL = 1_000;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  control = controlCaller(sandbox);
  amp = await signIn(sandbox, "issuer");
  asset = await issue(sandbox, amp, { restricted: false, amount: TOTAL });
  base = `/assets/${asset.asset_uuid}`;
  await mine(sandbox, 3);
  await amp.get(`${base}/register-authorized`);
});
afterAll(() => sandbox?.stop());

const ask = async (path: string) => (await amp.get(path)).body;
const heightOf = async (txid: string): Promise<number> => (await ask(`${base}/txs/${txid}`)).blockheight;
const owned = async (gaid: string, query = ""): Promise<number> =>
  (await ask(`${base}/ownerships${query}`)).find((row: { GAID: string }) => row.GAID === gaid)?.amount ?? 0;
const lostSats = async (outpoints: { txid: string; vout: number }[]): Promise<number> => {
  let sum = 0;
  for (const { txid, vout } of outpoints) {
    const tx = await ask(`${base}/txs/${txid}`);
    sum += tx.outputs.find((output: { vout: number }) => output.vout === vout).amount;
  }
  return sum;
};

const onChain = async (txid: string) => {
  const tx = await sandbox.world.read(({ ledger }) => ledger.transaction(txid));
  if (!tx?.block) throw new Error(`${txid} is in no block`);
  return tx.block;
};

describe.each([1, 3])("a reorganisation of %i blocks", (depth) => {
  test("moves the transactions into other blocks, and AMP's heights with them", async () => {
    const { id, gaid: from } = await addHolder(sandbox, amp, `Seller ${depth}`);
    const { gaid: to } = await addHolder(sandbox, amp, `Buyer ${depth}`);
    const { txid: paid, distributionUuid } = await distribute(sandbox, amp, asset, id, 10);
    const send = { from, to, asset_uuid: asset.asset_uuid, amount: 4 };
    const { txid: sold } = await control.do("/wallets/send", send);
    const { height: tip } = await control.do("/mine");
    // The transfer lies one block deep, the distribution three.
    const [paidBefore, soldBefore] = [await onChain(paid), await onChain(sold)];
    const end = await control.do("/reorganise", { blocks: depth });

    expect(end).toMatchObject({ height: tip + 1, conflicted: [], winners: [] });
    expect(end.blocks.map((block: { height: number }) => block.height)).toEqual(
      Array.from({ length: depth + 1 }, (_, index) => tip - depth + 1 + index),
    );
    expect(await callNode(sandbox, "getblockcount")).toBe(tip + 1);
    expect(end.disconnected).toEqual(depth === 1 ? [sold] : [paid, sold]);
    const [paidNow, soldNow] = [await onChain(paid), await onChain(sold)];
    expect(soldNow.height).toBe(tip - depth + 1);
    expect(soldNow.hash).not.toBe(soldBefore.hash);
    expect(paidNow.hash === paidBefore.hash).toBe(depth === 1);
    expect(await callNode(sandbox, "gettransaction", [paid])).toMatchObject({
      blockhash: paidNow.hash,
      confirmations: tip + 1 - paidNow.height + 1,
    });

    expect([await heightOf(paid), await heightOf(sold)]).toEqual([paidNow.height, soldNow.height]);
    const [shown] = (await ask(`${base}/distributions/${distributionUuid}`)).transactions;
    expect(shown.included_blockheight).toBe(paidNow.height);
    expect(Date.parse(shown.confirmed_datetime)).toBe(paidNow.time.getTime());
    const shares = async (height: number) => [
      await owned(from, `?height=${height}`),
      await owned(to, `?height=${height}`),
    ];
    expect(await shares(paidNow.height - 1)).toEqual([0, 0]);
    expect(await shares(paidNow.height)).toEqual(depth === 1 ? [10, 0] : [6, 4]);
    expect(await shares(tip + 1)).toEqual([6, 4]);
    for (let height = paidNow.height - 2; height <= tip + 1; height += 1)
      expect(await ownedSats(amp, asset.asset_uuid, `?height=${height}`)).toBe(TOTAL);
    expect((await ask(`${base}/balance`)).lost_outputs).toEqual([]);
  });
});

test("can leave the transactions in the mempool, where the next block finds them", async () => {
  const { id, gaid } = await addHolder(sandbox, amp, "Patient");
  const { txid } = await distribute(sandbox, amp, asset, id, 7);
  await control.do("/reorganise", { blocks: 2, remine: false });
  expect(await control.state()).toMatchObject({ mempool_size: 1 });
  expect(await callNode(sandbox, "gettransaction", [txid])).toMatchObject({
    confirmations: 0,
    walletconflicts: [],
  });
  expect((await amp.get(`${base}/txs/${txid}`)).status).toBe(404);
  expect(await owned(gaid)).toBe(7);
  expect(await ownedSats(amp, asset.asset_uuid)).toBe(TOTAL);
  const height = (await control.state()).height + 1;
  await control.do("/mine", { blocks: 2 });
  expect(await heightOf(txid)).toBe(height);
  expect(await owned(gaid, `?height=${height}`)).toBe(7);
  expect(await owned(gaid, `?height=${height - 1}`)).toBe(0);
});

describe("a distribution that loses against another transaction", () => {
  let lost: { txid: string; distributionUuid: string };
  let sold: string;
  let winner: string;
  let buyer: string;

  beforeAll(async () => {
    const holder = await addHolder(sandbox, amp, "Unlucky");
    buyer = (await addHolder(sandbox, amp, "Buyer")).gaid;
    lost = await distribute(sandbox, amp, asset, holder.id, 50);
    const send = { from: holder.gaid, to: buyer, asset_uuid: asset.asset_uuid, amount: 20 };
    sold = (await control.do("/wallets/send", send)).txid;
    await control.do("/mine");
    const end = await control.do("/reorganise", { blocks: 3, conflict: [lost.txid] });
    expect(new Set(end.conflicted)).toEqual(new Set([lost.txid, sold]));
    [winner] = end.winners;
  });

  test("is conflicted at the node, with everything built on it", async () => {
    const { height } = await control.state();
    const seen = await callNode(sandbox, "gettransaction", [lost.txid]);
    const other = await callNode(sandbox, "gettransaction", [winner]);
    expect(other.confirmations).toBeGreaterThan(0);
    expect(seen).toMatchObject({
      confirmations: -other.confirmations,
      walletconflicts: [winner],
      trusted: false,
    });
    expect(seen.blockhash).toBeUndefined();
    expect(seen.details.length).toBeGreaterThan(0);
    for (const detail of seen.details) expect(detail.abandoned).toBe(false);
    expect(other.walletconflicts).toEqual([lost.txid]);
    await control.do("/mine");
    expect((await callNode(sandbox, "gettransaction", [lost.txid])).confirmations).toBe(
      -other.confirmations - 1,
    );
    expect(await control.state()).toMatchObject({ mempool_size: 0 });
    const { outputs, ...loser } = (await sandbox.world.read(({ ledger }) => ledger.transaction(sold))) ?? {
      outputs: [],
    };
    expect(loser).toMatchObject({ block: null, conflictedHeight: height - other.confirmations + 1 });
    expect(outputs.length).toBeGreaterThan(0);
  });

  test("gives its inputs back to their owners, and its outputs to nobody", async () => {
    const coins: { txid: string; asset: string }[] = await callNode(sandbox, "listunspent", [0]);
    expect(coins.some((coin) => coin.txid === winner && coin.asset === asset.asset_id)).toBe(true);
    expect(coins.some((coin) => coin.txid === lost.txid || coin.txid === sold)).toBe(false);
    const { body } = await control.get(`/wallets/balance?gaid=${buyer}`);
    expect(body.balance).toEqual({});
    // What came back can be spent again.
    const address = await callNode(sandbox, "getnewaddress");
    await expect(callNode(sandbox, "sendtoaddress", [address, 0.001])).resolves.toMatch(/^[0-9a-f]{64}$/);
  });

  test("stays in AMP's books, but what it made is lost", async () => {
    expect((await ask(`${base}/distributions/${lost.distributionUuid}`)).distribution_status).toBe(
      "CONFIRMED",
    );
    const outpoints = (await ask(`${base}/balance`)).lost_outputs;
    expect(outpoints.length).toBeGreaterThan(0);
    for (const { txid } of outpoints) expect([lost.txid, sold]).toContain(txid);
    const { height } = await control.state();
    expect((await ownedSats(amp, asset.asset_uuid)) + (await lostSats(outpoints))).toBe(TOTAL);
    expect(await owned(buyer)).toBe(0);
    expect(await owned(buyer, `?height=${height}`)).toBe(0);
  });
});
