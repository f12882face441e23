import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isGaid } from "@/lib/domain/gaid";
import { signIn } from "@/server/sandbox/amp/testing";
import { distributed } from "@/server/sandbox/green/testing";
import { startTestSandbox, type TestSandbox } from "@/server/sandbox/testing";
import { listCalls } from "./calls";
import {
  fund,
  listRecentTransactions,
  mine,
  moveClock,
  readState,
  reorganise,
  setBlockInterval,
  setPaused,
} from "./chain";
import { type ControlClient, createControlClient } from "./client";
import { listDecisions, readDecision, readServiceKey } from "./decisions";
import { addFault, listFaults, listFaultTargets, removeFaults } from "./faults";
import { listSwitches, turnSwitch } from "./switches";
import {
  createWallets,
  listWallets,
  newWalletAddress,
  readHistory,
  sendFromWallet,
  spendOutside,
} from "./wallets";
import { forgetSnapshot, listSeeds, listSnapshots, restoreSnapshot, takeSnapshot } from "./worlds";

let sandbox: TestSandbox;
let control: ControlClient;
let bond: { uuid: string; id: string };
let holder: string;
let buyer: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  control = createControlClient(`${sandbox.url}/control/`, 5_000);
  const amp = await signIn(sandbox, "issuer");
  [holder = "", buyer = ""] = (await createWallets(control, { count: 2, label: "Trader" })).gaids;
  const { body: user } = await amp.post("/registered_users/add", {
    name: "Ada",
    is_company: false,
    GAID: holder,
  });
  const to = [{ user: user.id, amounts: [600, 400] }];
  bond = await distributed(sandbox, amp, { name: "Harbour Bond", restricted: false, to });
});
afterAll(() => sandbox?.stop());

const send = (to: string, amountSats: bigint) =>
  sendFromWallet(control, { fromGaid: holder, assetUuid: bond.uuid, to, amountSats });

describe("the chain, as the desk turns it", () => {
  it("mines the blocks it was asked for and tells the new tip", async () => {
    const before = await readState(control);
    const tip = await mine(control, 3);
    expect(tip.height).toBe(before.height + 3);
    expect(await readState(control)).toMatchObject({ height: tip.height, hash: tip.hash });
  });

  it("sets the rhythm of the blocks, and stops it for a while", async () => {
    expect(await setBlockInterval(control, 30)).toEqual({ seconds: 30, paused: false });
    expect(await setPaused(control, true)).toEqual({ seconds: 30, paused: true });
    expect(await readState(control)).toMatchObject({ intervalSeconds: 30, paused: true });
    await setPaused(control, false);
    await setBlockInterval(control, 0);
    expect(await readState(control)).toMatchObject({ intervalSeconds: 0, paused: false });
  });

  it("gives a node wallet L-BTC to the last digit", async () => {
    const before = (await readState(control)).wallets.treasury ?? 0n;
    const { txid } = await fund(control, { wallet: "treasury", amountSats: 123_456_789n });
    expect(txid).toMatch(/^[0-9a-f]{64}$/);
    expect((await readState(control)).wallets.treasury).toBe(before + 123_456_789n);
  });

  it("turns the clock on, to a time and back", async () => {
    expect((await moveClock(control, { advanceSeconds: 3_600 })).offsetSeconds).toBeCloseTo(3_600, 0);
    const to = new Date("2030-01-02T03:04:05Z");
    const set = await moveClock(control, { to });
    expect(Math.abs(set.time.getTime() - to.getTime())).toBeLessThan(2_000);
    expect((await readState(control)).clockOffsetSeconds).toBeCloseTo(set.offsetSeconds, 3);
    expect((await moveClock(control, { offsetSeconds: 0 })).offsetSeconds).toBe(0);
  });

  it("shows what waits and lies in the newest blocks, and lets one of them lose", async () => {
    const { txid } = await send(buyer, 5n);
    expect((await listRecentTransactions(control, 0))[0]).toMatchObject({
      txid,
      blockheight: null,
      assets: ["Harbour Bond"],
    });
    const { height } = await mine(control, 1);
    expect(await listRecentTransactions(control, 0)).toEqual([]);
    expect((await listRecentTransactions(control, 1))[0]).toMatchObject({ txid, blockheight: height });
    const end = await reorganise(control, { blocks: 1, conflict: [txid ?? ""], remine: true });
    expect(end).toMatchObject({ height: height + 1, conflicted: [txid] });
    const left = (await listRecentTransactions(control, 2)).map((row) => row.txid);
    expect(left).toEqual(expect.arrayContaining(end.winners));
    expect(left).not.toContain(txid);
  });
});

describe("investors' wallets", () => {
  it("are listed newest first, in pages that miss none and repeat none", async () => {
    const { gaids } = await createWallets(control, { count: 5, label: "Crowd" });
    expect(gaids.every(isGaid)).toBe(true);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listWallets(control, { count: 3, after });
      seen.push(...page.wallets.map(({ gaid }) => gaid));
      after = page.next ?? undefined;
    } while (after);
    expect(new Set(seen).size).toBe(seen.length);
    expect((await readState(control)).walletCount).toBe(seen.length);
    expect(new Set(seen.slice(0, 5))).toEqual(new Set(gaids));
    const found = await listWallets(control, { search: "crowd 3", count: 10 });
    expect(found.wallets).toMatchObject([{ label: "Crowd 3", balances: [] }]);
  });

  it("send, and a refusal is a decision with its reasons, not an error", async () => {
    const passed = await send(buyer, 40n);
    expect(passed).toMatchObject({ approved: true, txid: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const { address } = await newWalletAddress(control, buyer);
    expect(await send(address, 2n)).toMatchObject({ approved: true });
    const nobody = await sandbox.world.write(({ node }) => node.getNewAddress("treasury"));
    const refused = await send(nobody, 1n);
    expect(refused).toMatchObject({ approved: false, txid: null });
    expect(refused.reasons.at(-1)).toMatchObject({ rule: "destination", passed: false });

    const { movements } = await readHistory(control, { gaid: holder, count: 10 });
    expect(movements[1]).toMatchObject({
      txid: passed.txid,
      authorization: passed.authorization,
      changes: [{ assetUuid: bond.uuid, name: "Harbour Bond", type: "send", amount: -40n }],
    });
    const whole = await readDecision(control, refused.authorization);
    expect(whole).toMatchObject({ approved: false, serverResult: false, fromGaid: holder });
    expect(whole.request.txHex).toMatch(/^02000000/);
    const { authorizations } = await listDecisions(control, { assetUuid: bond.uuid, count: 1 });
    expect(authorizations).toMatchObject([{ uuid: refused.authorization }]);
    expect((await readServiceKey(control)).address).toMatch(/^[A-Za-z0-9]{30,}$/);
  });

  it("cannot send what they do not have, which is an error in the sandbox's words", async () => {
    await expect(send(buyer, 1_000_000n)).rejects.toMatchObject({ code: "REJECTED" });
  });

  it("are passed over by a spend outside of AMP, which makes a lost output", async () => {
    const move = { wallet: "treasury", assetUuid: bond.uuid, amountSats: 25n };
    expect((await spendOutside(control, move)).txid).toMatch(/^[0-9a-f]{64}$/);
    await mine(control, 1);
    const amp = await signIn(sandbox, "issuer");
    const { body } = await amp.get(`/assets/${bond.uuid}/lost-outputs`);
    expect(body.lost_outputs.length).toBeGreaterThan(0);
  });
});

describe("faults and switches", () => {
  it("are ordered with the options of their kind, listed and removed", async () => {
    const common = { surface: "amp", target: "getInfo", remaining: 2, skip: 1, probability: 0.5 } as const;
    const added = await addFault(control, { ...common, kind: "drop", effect: "later", afterMs: 1_000 });
    const other = await addFault(control, { ...common, kind: "latency", ms: 10, jitterMs: 5 });
    expect(await listFaults(control)).toEqual([added, other]);
    expect(added).toMatchObject({ ...common, kind: "drop", effect: "later", afterMs: 1_000 });
    expect(await removeFaults(control, added.id)).toEqual({ removed: [added.id] });
    expect(await removeFaults(control, null)).toEqual({ removed: [other.id] });
    await expect(removeFaults(control, added.id)).rejects.toMatchObject({ code: "REJECTED" });
  });

  it("take every name that is offered as a target, and no other", async () => {
    const { amp, node } = await listFaultTargets(control);
    expect(amp).toContain("createAssignment");
    expect(node).toContain("sendmany");
    const order = { kind: "truncate", remaining: 1, skip: 0, probability: 1 } as const;
    await addFault(control, { ...order, surface: "node", target: node.at(-1) ?? "" });
    await expect(addFault(control, { ...order, surface: "node", target: "nonsense" })).rejects.toMatchObject({
      code: "REJECTED",
      message: expect.stringContaining("nonsense"),
    });
    await removeFaults(control, null);
  });

  it("turn one at a time", async () => {
    const before = await listSwitches(control);
    const [first] = before;
    const after = await turnSwitch(control, { name: first?.name ?? "", on: true });
    expect(after).toEqual(before.map((one) => (one.name === first?.name ? { ...one, on: true } : one)));
    await turnSwitch(control, { name: first?.name ?? "", on: false });
  });
});

describe("worlds", () => {
  it("are kept, put back and forgotten", async () => {
    const kept = await takeSnapshot(control, "before-lunch");
    await mine(control, 4);
    await restoreSnapshot(control, "before-lunch");
    expect((await readState(control)).height).toBe(kept.height);
    expect(await listSnapshots(control)).toEqual([kept]);
    await forgetSnapshot(control, "before-lunch");
    expect(await listSnapshots(control)).toEqual([]);
  });

  it("begin with a seed that says what it holds", async () => {
    const seeds = await listSeeds(control);
    expect(seeds.map(({ name }) => name)).toEqual(expect.arrayContaining(["empty", "small", "tutorial"]));
    for (const { summary } of seeds) expect(summary.length).toBeGreaterThan(10);
  });
});

it("the call log is read newest first, by surface and status", async () => {
  await fetch(`${sandbox.url}/api/assets/nonsense`);
  const [call] = await listCalls(control, { surface: "amp", status: "4xx", limit: 1 });
  expect(call).toMatchObject({ surface: "amp", method: "GET", path: "/api/assets/nonsense" });
  const older = await listCalls(control, { before: call?.id, limit: 1 });
  expect(older[0]?.id).toBeLessThan(call?.id ?? 0);
});

describe("what can go wrong between desk and sandbox", () => {
  it("passes on the sandbox's words when it refuses", async () => {
    await expect(mine(control, 0)).rejects.toMatchObject({
      code: "REJECTED",
      message: expect.stringContaining("blocks"),
    });
  });

  it("says that something does not exist", async () => {
    const unknown = "5aff248b-84a7-49a5-8b27-d31a405742f5";
    await expect(readDecision(control, unknown)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("says that the sandbox is away when nobody answers", async () => {
    const nobody = createControlClient("http://127.0.0.1:9/control", 500);
    await expect(readState(nobody)).rejects.toMatchObject({ code: "UNAVAILABLE", retryable: true });
    await expect(mine(nobody, 1)).rejects.toMatchObject({ code: "UNAVAILABLE", retryable: false });
  });
});
