import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { outputsLacking } from "@/lib/domain/blinders";
import { AppError } from "@/lib/errors";
import type { AmpClient } from "@/server/amp/client";
import { pool } from "@/server/db/client";
import { openTestDesk, type TestDesk } from "@/server/db/testing";
import { turnClock } from "@/server/platform/clock";
import { lookAtTold, readLacking } from "./lacking";
import { newerThanWalk, readEach } from "./lacking-now";
import { countLackingBeside, findWalk, type WalkKey } from "./lacking-store";
import { missAssets, saveNoLook } from "./store";

let desk: TestDesk;
const workspaceId = randomUUID();

beforeAll(async () => {
  desk = await openTestDesk();
  await pool().query(
    "insert into workspaces values ($1, 'sandbox', 'issuer', null, null, '', '', true, now(), now())",
    [workspaceId],
  );
});
afterEach(() => turnClock(0));
afterAll(() => desk?.close());

const [NONE, SOME] = ["0".repeat(64), "1".repeat(64)];
/** Pages of four, two of a walk and one of known ones at a time. */
const STRIDES = { page: 4, pages: 2, again: 1 };

interface Query {
  start: number;
  count: number;
  sortOrder: "asc" | "desc";
}

/** An AMP whose list of transactions can change between two readings. */
function ampOf(txids: string[], lacking: string[]) {
  const asked: string[] = [];
  const listOf = ({ start, count, sortOrder }: Query) => {
    asked.push(`${sortOrder} ${start}`);
    const ordered = sortOrder === "asc" ? txids : txids.toReversed();
    return ordered.slice(start, start + count).map((txid) => ({ txid, outputs: [outputOf(txid)] }));
  };
  const outputOf = (txid: string) => ({
    vout: 0,
    assetId: "asset",
    amount: 1n,
    assetBlinder: lacking.includes(txid) ? NONE : SOME,
    amountBlinder: SOME,
    isTreasury: true,
    isSpent: false,
    isBurnt: false,
  });
  const oneOf = (txid: string) => {
    asked.push(txid);
    if (!txids.includes(txid)) throw new AppError("NOT_FOUND", "No such transaction.");
    return { txid, outputs: [outputOf(txid)] };
  };
  const amp = {
    call: async (name: string, { path, query }: { path: { txid: string }; query: Query }) =>
      name === "getTransaction" ? oneOf(path.txid) : listOf(query),
  } as unknown as AmpClient;
  return {
    amp,
    txids,
    lacking,
    /** What was asked for since the last time. */
    askedSince: () => asked.splice(0),
  };
}

const named = (count: number) => Array.from({ length: count }, (_, place) => `tx-${place}`);

async function assetOf(count: number, lacking: string[]) {
  const assetUuid = randomUUID();
  const key: WalkKey = { workspaceId, assetUuid };
  await saveNoLook(workspaceId, { assetUuid, name: "Fund", ticker: null, precision: 0 }, "not yet");
  const amp = ampOf(named(count), lacking);
  const toldOf = (txids: string[], at: Date) => lookAtTold(amp.amp, key, [{ txids, at }]);
  return { ...amp, key, read: () => readLacking(amp.amp, key, STRIDES), toldOf };
}

describe("blinders that AMP lacks", () => {
  it("are found wherever they are, some pages further each time", async () => {
    const { read, key, askedSince } = await assetOf(18, ["tx-0", "tx-9", "tx-17"]);
    expect(await read()).toBe(2);
    expect(askedSince()).toEqual(["asc 0", "asc 3", "desc 0"]);
    expect(await read()).toBe(3);
    expect((await findWalk(key)).isWalked).toBe(false);
    await read();
    expect(await findWalk(key)).toMatchObject({ isWalked: true, walkedTo: 18, walkedTxid: "tx-17" });
    expect(await countLackingBeside(key, ["tx-0", "tx-17"])).toBe(1);
  });

  it("are looked for among what is new alone once all have been seen", async () => {
    const { read, txids, lacking, askedSince } = await assetOf(6, []);
    expect(await read()).toBe(0);
    askedSince();
    txids.push("tx-6");
    lacking.push("tx-6");
    expect(await read()).toBe(1);
    expect(askedSince()).toEqual(["asc 5"]);
  });

  it("are known now by what came since, and by asking for those that were found", async () => {
    const { amp, key, read, txids, lacking, askedSince } = await assetOf(60, ["tx-1", "tx-2"]);
    expect(await newerThanWalk(amp, key)).toBeNull(); // nobody has looked through them yet
    for (let round = 0; round < 12 && !(await findWalk(key)).isWalked; round += 1) await read();
    askedSince();
    expect((await newerThanWalk(amp, key))?.map(({ txid }) => txid)).toEqual(["tx-59"]);
    expect(askedSince()).toEqual(["desc 0"]);
    txids.push("tx-60");
    lacking.splice(0, 2, "tx-2", "tx-60");
    const newer = (await newerThanWalk(amp, key)) ?? [];
    const found = await readEach(amp, key, ["tx-1", "tx-2"]);
    const lackingAmong = (some: typeof newer) => outputsLacking(some).map(({ txid }) => txid);
    expect([lackingAmong(newer), lackingAmong(found)]).toEqual([["tx-60"], ["tx-2"]]);
    expect(askedSince().sort()).toEqual(["desc 0", "desc 1", "tx-1", "tx-2"]);
  });

  it("are looked at again, one page of them after the other, until AMP has them", async () => {
    const { read, lacking, askedSince } = await assetOf(7, ["tx-1", "tx-6"]);
    expect(await read()).toBe(2);
    lacking.splice(0);
    askedSince();
    expect(await read()).toBe(0);
    expect(askedSince()).toEqual(["asc 1", "asc 6"]);
  });

  it("are looked at again too where the newest were read over what the walk had met", async () => {
    const { read, lacking, key } = await assetOf(9, ["tx-5", "tx-8"]);
    expect(await read()).toBe(2);
    expect(await read()).toBe(2);
    expect((await findWalk(key)).isWalked).toBe(true);
    lacking.splice(0);
    expect(await read()).toBe(0);
  });

  it("are forgotten when one of the newest is gone before the walk comes to it", async () => {
    const { read, txids, key } = await assetOf(12, ["tx-10"]);
    expect(await read()).toBe(1);
    txids.splice(10, 1);
    expect(await read()).toBe(0);
    expect((await findWalk(key)).isWalked).toBe(true);
  });

  it("are looked at again also after the shared clock was put back", async () => {
    const { read, lacking } = await assetOf(3, ["tx-1"]);
    turnClock(86_400_000);
    expect(await read()).toBe(1);
    turnClock(0);
    lacking.splice(0);
    expect(await read()).toBe(0);
  });

  it("are looked at again one by one once AMP was told of them, wherever the walk is", async () => {
    const { read, toldOf, lacking, askedSince, key } = await assetOf(18, ["tx-0", "tx-5", "tx-17"]);
    expect(await read()).toBe(3);
    const walked = await findWalk(key);
    askedSince();
    lacking.splice(0, 2, "tx-5"); // AMP took the first alone
    const at = new Date(Date.now() + 1_000);
    expect(await toldOf(["tx-0", "tx-5", "tx-9"], at)).toBe(2);
    expect(askedSince().sort()).toEqual(["tx-0", "tx-5"]);
    expect(await findWalk(key)).toEqual(walked);
    turnClock(2_000);
    lacking.splice(0);
    expect(await toldOf(["tx-5", "tx-17"], new Date(Date.now() + 1_500))).toBe(0);
    expect(await toldOf(["tx-0", "tx-5", "tx-17"], new Date(Date.now() + 3_000))).toBeNull();
    for (let time = 0; time < 3; time += 1) expect(await read()).toBe(0);
    expect((await findWalk(key)).isWalked).toBe(true);
  });

  it("are looked at some at a time where AMP was told of very many, and again when it was told meanwhile", async () => {
    const txids = named(60);
    const { amp, read, toldOf, askedSince } = await assetOf(60, txids);
    for (let time = 0; time < 12; time += 1) await read();
    askedSince();
    const at = new Date(Date.now() + 60_000);
    turnClock(120_000);
    expect(await toldOf(txids, at)).toBe(60);
    const first = askedSince();
    expect(first).toHaveLength(50);
    expect(await toldOf(txids, at)).toBe(60);
    expect([...first, ...askedSince()].sort()).toEqual(txids.toSorted());
    expect(await toldOf(txids, at)).toBeNull();
    const { call } = amp;
    amp.call = (async (...question: Parameters<typeof call>) => {
      turnClock(240_000);
      return call(...question);
    }) as typeof call;
    const meanwhile = new Date(Date.now() + 180_000);
    expect(await toldOf(["tx-1"], meanwhile)).toBe(60);
    expect(await toldOf(["tx-1"], meanwhile)).toBe(60);
    expect(askedSince()).toEqual(["tx-1", "tx-1"]);
    expect(await toldOf(["tx-1"], meanwhile)).toBeNull();
  });

  it("are not looked at again for what AMP was told before, and gone with a transaction that AMP lists no more", async () => {
    const { read, toldOf, txids, askedSince } = await assetOf(3, ["tx-1"]);
    const before = new Date(Date.now() - 1_000);
    expect(await read()).toBe(1);
    askedSince();
    expect(await toldOf(["tx-1"], before)).toBeNull();
    expect(askedSince()).toEqual([]);
    txids.splice(1, 1);
    expect(await toldOf(["tx-1"], new Date(Date.now() + 1_000))).toBe(0);
  });

  it("are looked for from the beginning when AMP books one late, and stay known meanwhile", async () => {
    const { read, key, txids, lacking } = await assetOf(16, ["tx-9"]);
    for (let time = 0; time < 3; time += 1) await read();
    txids.splice(2, 0, "late");
    lacking.push("late");
    expect(await read()).toBe(2);
    for (let time = 0; time < 3; time += 1) expect(await read()).toBe(2);
    expect(await findWalk(key)).toMatchObject({ isWalked: true, walkedTo: 17, walk: 1 });
    txids.splice(10, 1); // tx-9, which a reorganisation took out
    for (let time = 0; time < 4; time += 1) await read();
    expect(await countLackingBeside(key, [])).toBe(1);
  });

  it("are forgotten with their asset", async () => {
    const { read, key } = await assetOf(3, ["tx-1"]);
    expect(await read()).toBe(1);
    for (let round = 0; round < 10; round += 1) await missAssets(workspaceId, []);
    expect(await countLackingBeside(key, [])).toBe(0);
  });
});
