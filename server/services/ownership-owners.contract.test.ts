import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { pool } from "@/server/db/client";
import { openTestDesk, sandboxEnv, type TestDesk } from "@/server/db/testing";
import { refreshDueHistories } from "@/server/history/schedule";
import { beginReading, type Reading } from "@/server/mirror/reading";
import * as chain from "@/server/sandbox/amp/play/chain";
import { Issuer } from "@/server/sandbox/amp/play/issuer";
import { mine } from "@/server/sandbox/amp/testing";
import { transferBetweenHolders } from "@/server/sandbox/green/transfer";
import { startTestSandbox, type TestSandbox } from "@/server/sandbox/testing";
import { signInAtDesk } from "@/server/treasury/testing";
import { listActivities } from "./activities";
import { listOwners, readOwnership } from "./ownership";
import { readDifference } from "./ownership-difference";
import { refreshOwnership } from "./ownership-now";

let sandbox: TestSandbox;
let desk: TestDesk;
let actor: Actor;
let assetUuid: string;
let alice: { id: number; gaid: string };
/** Nobody's when the desk reads the movements: one keeps what it has, the other gives it back. */
let keeping: string;
let emptied: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  await sandbox.world.write(async (unit) => {
    const issuer = await Issuer.in(unit, sandbox.world);
    const asset = await issuer.issue();
    assetUuid = asset.uuid;
    alice = await issuer.addUser("Alice Ames");
    [keeping, emptied] = [await unit.ledger.createGaid(), await unit.ledger.createGaid()];
    const order = await issuer.order(asset, alice, [5_000n]);
    const txid = await chain.payOrder(unit, order.payments, asset.assetId);
    await issuer.mine(2);
    await issuer.confirm(asset, order, await chain.distributionBody(unit, asset, txid));
  });
  await move(alice.gaid, keeping, 100n);
  await move(alice.gaid, emptied, 30n);
  desk = await openTestDesk(sandboxEnv(sandbox.url));
  actor = await signInAtDesk();
});

afterAll(async () => {
  await desk.close();
  await sandbox.stop();
});

async function move(fromGaid: string, gaid: string, amountSats: bigint): Promise<void> {
  await sandbox.world.write((unit) =>
    transferBetweenHolders(unit, { assetUuid, fromGaid, to: { gaid }, amountSats }),
  );
  await mine(sandbox, 1);
}

const asking = <T>(ask: (issuer: Issuer) => Promise<T>): Promise<T> =>
  sandbox.world.write(async (unit) => ask(await Issuer.in(unit, sandbox.world)));

async function ownersAt(height: number) {
  const { page } = await readOwnership(actor, assetUuid, { limit: 50, filters: { at: String(height) } });
  return page.rows.map(({ kind, name, amountSats }) => [kind, name, amountSats]);
}

it("an account that was registered later is its owner's at every earlier moment, and nobody comes or goes", async () => {
  const before = await readOwnership(actor, assetUuid, { limit: 50, filters: { at: "9999999" } });
  const height = before.moment?.last?.height ?? 0;
  expect(await ownersAt(height)).toContainEqual(["account", null, 100n]);
  await asking((issuer) =>
    issuer.ask("addRegisteredUser", { body: { name: "Zoe Later", isCompany: false, gaid: keeping } }),
  );
  expect(await ownersAt(height)).toContainEqual(["user", "Zoe Later", 100n]);
  await move(alice.gaid, keeping, 7n);
  expect(await ownersAt(height)).toContainEqual(["user", "Zoe Later", 100n]);
  const { page, figures } = await readDifference(actor, assetUuid, {
    limit: 50,
    filters: { from: String(height) },
  });
  expect(page.rows.map(({ name, change, changeSats }) => [name, change, changeSats]).sort()).toEqual([
    ["Alice Ames", "fell", -7n],
    ["Zoe Later", "gained", 7n],
  ]);
  expect(figures.holders.came.count + figures.holders.left.count).toBe(0);
});

it("a user's second account counts to the user at a moment when it still held something", async () => {
  const { moment } = await readOwnership(actor, assetUuid, { limit: 50, filters: { at: "9999999" } });
  const height = moment?.last?.height ?? 0;
  await move(emptied, alice.gaid, 30n);
  expect(await ownersAt(height)).toContainEqual(["account", null, 30n]);
  const params = { registeredUserId: String(alice.id) };
  await asking((issuer) => issuer.ask("addUserGaid", { params, body: emptied }));
  expect(await ownersAt(height)).toContainEqual(["user", "Alice Ames", 4_893n]);
  const { page } = await readDifference(actor, assetUuid, {
    limit: 50,
    filters: { from: String(height) },
  });
  expect(page.total).toBe(0);
});

it("is as old as the copies that give the names", async () => {
  const moment = { limit: 50, filters: { at: "9999999" } };
  const looks = async () => [
    (await readOwnership(actor, assetUuid, moment)).page.freshness,
    (await listOwners(actor, assetUuid, moment)).page.freshness,
    (await readDifference(actor, assetUuid, { limit: 50, filters: { from: "1" } })).page.freshness,
  ];
  const minutesOld = async () =>
    (await looks()).map(({ asOf, source }) => [source, Math.round((Date.now() - asOf.getTime()) / 60_000)]);
  // Long enough to be served as it is, and read before: the other is AMP's answer.
  const grow = (kind: string, rows: number, minutes: number) =>
    pool().query(
      "update mirror_copies set row_count = $2, started_at = now() - $3 * interval '1 minute' where kind = $1",
      [kind, rows, minutes],
    );
  expect(await minutesOld()).toEqual(Array(3).fill(["amp", 0]));
  await grow("users", 100_000, 12);
  expect(await minutesOld()).toEqual(Array(3).fill(["mirror", 12]));
  const activities = await listActivities(actor, assetUuid, { limit: 50, filters: {} });
  const { asOf, source } = activities.page.freshness;
  expect([source, Math.round((Date.now() - asOf.getTime()) / 60_000)]).toEqual(["mirror", 12]);
  await grow("holders", 100_000, 17);
  expect(await minutesOld()).toEqual(Array(3).fill(["mirror", 17]));
  // The button has both read again.
  await refreshOwnership(actor, { assetUuid });
  expect(await minutesOld()).toEqual(Array(3).fill(["mirror", 0]));
  for (const kind of ["users", "holders"]) await grow(kind, 1, 0);
});

it("the worker reads on what somebody opened within the last day, and nothing else", async () => {
  await readOwnership(actor, assetUuid, { limit: 50, filters: { at: "9999999" } });
  const known = async () =>
    (await pool().query("select transactions from history_books")).rows[0]?.transactions as number;
  const before = await known();
  await move(alice.gaid, keeping, 1n);
  await refreshDueHistories(300);
  expect(await known()).toBe(before); // read a moment ago
  const readLongAgo = "update history_books set read_at = now() - interval '6 minutes'";
  await pool().query(`${readLongAgo}, used_at = now() - interval '25 hours'`);
  await refreshDueHistories(300);
  expect(await known()).toBe(before);
  await pool().query(`${readLongAgo}, used_at = now() - interval '23 hours'`);
  await refreshDueHistories(300);
  expect(await known()).toBe(before + 1);
});

/** @returns all rows, a row a portion */
async function inPortions<Row>(
  reading: Reading,
  read: (place: { limit: number; cursor?: string }) => Promise<{ rows: Row[]; nextCursor: string | null }>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const place = { limit: 1, ...(cursor && { cursor }) };
    const page = await reading.portion(() => read(place));
    rows.push(...page.rows);
    cursor = page.nextCursor;
    // As if the movements had been read anew in between.
    await pool().query("update history_movements set sats = sats + 1 where gaid <> ''");
  }
  await pool().query("update history_movements set sats = sats - $1 where gaid <> ''", [rows.length]);
  return rows;
}

async function readingsKept(): Promise<number> {
  const { rows } = await pool().query("select count(distinct reading_id)::int as count from history_owned");
  return rows[0].count;
}

const lastHeight = async () =>
  (await readOwnership(actor, assetUuid, { limit: 1, filters: { at: "9999999" } })).moment?.last?.height ?? 0;

it("adds up once for a file that is read in portions, which go by it to the end, and forgets it then", async () => {
  const at = String(await lastHeight());
  for (const by of ["user", "gaid"]) {
    const read = async (place: { limit: number }) =>
      (await listOwners(actor, assetUuid, { filters: { at, by }, ...place })).page;
    const whole = (await read({ limit: 200 })).rows;
    expect(whole.length).toBeGreaterThan(2);
    const reading = beginReading();
    expect(await inPortions(reading, read)).toEqual(whole);
    expect(await readingsKept()).toBe(1);
    await reading.end();
    expect(await readingsKept()).toBe(0);
  }
});

it("forgets what a killed process kept, and fails a file of which it is gone instead of ending it", async () => {
  const filters = { at: String(await lastHeight()) };
  const reading = beginReading();
  const portion = (place: object) =>
    reading.portion(() => listOwners(actor, assetUuid, { limit: 1, filters, ...place }));
  const { page } = await portion({});
  await refreshDueHistories(300);
  expect(await readingsKept()).toBe(1);
  await pool().query("update history_owned set kept_at = now() - interval '3 hours'");
  await refreshDueHistories(300);
  expect(await readingsKept()).toBe(0);
  await expect(portion({ cursor: page.nextCursor })).rejects.toMatchObject({ code: "UNAVAILABLE" });
  await reading.end();
});

it("takes the earlier of a height and a time first, also for the portions of a file", async () => {
  const from = String(await lastHeight());
  const day = "2020-01-01";
  for (const by of ["user", "gaid"]) {
    const ends = async (filters: Record<string, string>) =>
      readDifference(actor, assetUuid, { limit: 200, filters: { ...filters, by } });
    const { page, from: before, to: after } = await ends({ from, to: day });
    expect(after.height).toBe(Number(from));
    expect(page.rows.length).toBeGreaterThan(2);
    expect(new Set(page.rows.map(({ change }) => change))).toEqual(new Set(["came"]));
    expect((await ends({ from: day, to: from })).page.rows).toEqual(page.rows);
    const reading = beginReading();
    let pinned: Record<string, string> = { from, to: day };
    const rows = await inPortions(reading, async (place) => {
      const told = await readDifference(actor, assetUuid, { filters: { ...pinned, by }, ...place });
      pinned = { from: String(told.from.height), to: String(told.to.height) };
      return told.page;
    });
    expect(rows).toEqual(page.rows);
    expect(pinned).toEqual({ from: String(before.height), to: from });
    await reading.end();
  }
});
