import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { unexplainedSats } from "@/lib/domain/ownership-difference";
import { supplyDisagreements } from "@/lib/domain/supply-history";
import { openTestDesk, sandboxEnv, type TestDesk } from "@/server/db/testing";
import { seedOf } from "@/server/platform/testing";
import { type AssetRow, findAssetByUuid } from "@/server/sandbox/amp/asset-store";
import * as chain from "@/server/sandbox/amp/play/chain";
import { Issuer } from "@/server/sandbox/amp/play/issuer";
import { seededRandom } from "@/server/sandbox/amp/play/random";
import { mine } from "@/server/sandbox/amp/testing";
import { transferBetweenHolders } from "@/server/sandbox/green/transfer";
import { startTestSandbox, type TestSandbox } from "@/server/sandbox/testing";
import { signInAtDesk } from "@/server/treasury/testing";
import { getAsset } from "./assets";
import { readOwnership } from "./ownership";
import { readDifference } from "./ownership-difference";
import { checkHeight, momentOf, openHistory, readHistoryAgain } from "./ownership-history";
import { readSupplyHistory } from "./supply-history";
import { type Front, startFront } from "./testing-front";
import { type Played, playHistory } from "./testing-history";

let sandbox: TestSandbox;
let desk: TestDesk;
let front: Front;
let actor: Actor;
let assetUuid: Played["assetUuid"];
let holderGaid: Played["holderGaid"];
let strangers: Played["strangers"];

const next = seededRandom(seedOf("OWNERSHIP_SEED"));
const roll = (below: number) => Math.floor(next() * below);

beforeAll(async () => {
  sandbox = await startTestSandbox();
  const { world } = sandbox;
  ({ assetUuid, holderGaid, strangers } = await world.write(async (unit) =>
    playHistory(await Issuer.in(unit, world), roll),
  ));
  front = await startFront(sandbox.url);
  desk = await openTestDesk(sandboxEnv(front.url));
  actor = await signInAtDesk();
});

afterEach(() => {
  front.treat("as it is");
});

afterAll(async () => {
  await desk.close();
  await front.stop();
  await sandbox.stop();
});

const EVERYTHING = { limit: 200, filters: {} };
const at = (moment: string | number, by = "gaid") => ({ limit: 200, filters: { at: String(moment), by } });

async function heights(): Promise<{ first: number; last: number }> {
  const { changes } = await readSupplyHistory(actor, assetUuid);
  const { moment } = await readOwnership(actor, assetUuid, at(999_999_999));
  return { first: changes[0]?.height ?? 0, last: moment?.last?.height ?? 0 };
}

/** AMP's own answer, account by account. */
async function told(height: number): Promise<[string, bigint][]> {
  const rows = await toldRows(height);
  return rows
    .map(({ GAID, amount }): [string, bigint] => [GAID ?? "treasury", BigInt(amount)])
    .sort(byAccount);
}

async function toldRows(height: number) {
  const headers = { authorization: front.lastToken() };
  const answer = await fetch(`${sandbox.url}/api/assets/${assetUuid}/ownerships?height=${height}`, {
    headers,
  });
  return (await answer.json()) as { GAID: string | null; amount: number; owner: string | null }[];
}

/** The same, owner by owner: a user's accounts together. */
async function toldOwners(height: number): Promise<[string, bigint][]> {
  const sums = new Map<string, bigint>();
  for (const { GAID, amount, owner } of await toldRows(height)) {
    const id = GAID === null ? "treasury" : owner === null ? `account:${GAID}` : `user:${owner}`;
    sums.set(id, (sums.get(id) ?? 0n) + BigInt(amount));
  }
  return [...sums].sort(byAccount);
}

async function shownOwners(moment: number): Promise<[string, bigint][]> {
  const { page } = await readOwnership(actor, assetUuid, at(moment, "user"));
  return page.rows.map(({ id, amountSats }): [string, bigint] => [id, amountSats]).sort(byAccount);
}

const byAccount = ([one]: [string, bigint], [other]: [string, bigint]) => (one < other ? -1 : 1);

async function shown(moment: string | number): Promise<[string, bigint][]> {
  const { page } = await readOwnership(actor, assetUuid, at(moment));
  expect(page.nextCursor).toBeNull();
  return page.rows
    .map((row): [string, bigint] => [row.gaids[0]?.gaid ?? "treasury", row.amountSats])
    .sort(byAccount);
}

it("shows at random heights what AMP tells for them, and says that they agree", async () => {
  const { first, last } = await heights();
  const random = Array.from({ length: 8 }, () => first + roll(last - first + 1));
  for (const height of new Set([first - 1, ...random, last + 1])) {
    expect([height, await shown(height)]).toEqual([height, await told(height)]);
    expect(await checkHeight(actor, assetUuid, height)).toMatchObject({ height, verdict: "agrees" });
  }
});

it("names at random heights whom AMP names today, with accounts that became a user's after they were read", async () => {
  const { first, last } = await heights();
  const [second = "", registered = ""] = strangers;
  await sandbox.world.write(async (unit) => {
    const issuer = await Issuer.in(unit, sandbox.world);
    const [owner] = (await toldRows(last)).filter(({ GAID }) => GAID === holderGaid);
    const params = { registeredUserId: owner?.owner ?? "" };
    await issuer.ask("addUserGaid", { params, body: second });
    await issuer.ask("addRegisteredUser", {
      body: { name: "Edith Later", isCompany: false, gaid: registered },
    });
  });
  const random = Array.from({ length: 6 }, () => first + roll(last - first + 1));
  for (const height of new Set([first - 1, ...random, last]))
    expect([height, await shownOwners(height)]).toEqual([height, await toldOwners(height)]);
  const names = (await readOwnership(actor, assetUuid, at(last, "user"))).page.rows.map(({ name }) => name);
  expect(names).toContain("Edith Later");
});

it("adds up to the supply then, and to AMP's figures now", async () => {
  const { last } = await heights();
  const now = await readOwnership(actor, assetUuid, EVERYTHING);
  const then = await readOwnership(actor, assetUuid, at(last, "user"));
  expect(then.figures).toEqual(now.figures);
  expect(then.concentration).toEqual(now.concentration);
  expect(then.lorenz).toEqual(now.lorenz);
  const byId = ({ largest }: typeof now) =>
    largest.shown.map(({ id, amountSats }) => [id, amountSats]).sort();
  expect(byId(then)).toEqual(byId(now));
  expect(now.moment).toBeNull();
  expect(then).toMatchObject({ today: null, moment: { isLatest: true } });
  const history = await readSupplyHistory(actor, assetUuid);
  expect(supplyDisagreements(history)).toEqual([]);
  expect(history.changes).toMatchObject([
    { kind: "issuance", changeSats: 1_000_000n, address: null },
    { kind: "reissuance", changeSats: 300_000n, supplySats: 1_300_000n, address: expect.any(String) },
    { kind: "burn", changeSats: -100_000n, supplySats: 1_200_000n },
  ]);
});

it("turns a time into the block of the last movement before it", async () => {
  const { changes } = await readSupplyHistory(actor, assetUuid);
  const issued = changes[0];
  if (!issued) throw new Error("The bond was issued.");
  const history = await openHistory(actor, await getAsset(actor, assetUuid));
  expect(await momentOf(history, { at: new Date(issued.at.getTime() + 1) })).toMatchObject({
    height: issued.height,
    last: { at: issued.at },
    isLatest: false,
  });
  expect(await momentOf(history, { at: new Date(issued.at.getTime() - 1) })).toMatchObject({ last: null });
  const today = await readOwnership(actor, assetUuid, at("2999-12-31"));
  expect(today.moment).toMatchObject({ isLatest: true, isFuture: true });
  const before = await readOwnership(actor, assetUuid, at("2001-01-01"));
  expect(before).toMatchObject({ moment: { last: null, height: 0 }, figures: { supplySats: 0n } });
  expect(before.page.rows).toEqual([]);
});

it("never takes today's answer for an earlier block's when AMP passes over the height", async () => {
  const { first, last } = await heights();
  const height = Math.floor((first + last) / 2);
  const before = await shown(height);
  front.treat("without height");
  expect(await shown(height)).toEqual(before);
  const check = await checkHeight(actor, assetUuid, height);
  expect(check.verdict).toBe("today");
  expect(check.accounts).toBeGreaterThan(0);
  // At the last movement today's answer is the right one.
  expect((await checkHeight(actor, assetUuid, last)).verdict).toBe("agrees");
  front.treat("refused");
  expect((await checkHeight(actor, assetUuid, height)).verdict).toBe("refused");
  expect(await shown(height)).toEqual(before);
});

it("adds the difference of two moments up to the change of the supply, and follows new movements", async () => {
  const { first, last } = await heights();
  const query = { limit: 200, filters: { from: String(last), by: "gaid" } };
  expect((await readDifference(actor, assetUuid, query)).page.total).toBe(0);
  const { page } = await readOwnership(actor, assetUuid, {
    limit: 200,
    filters: { by: "gaid", kind: "user" },
  });
  const [seller, buyer] = page.rows.map((row) => row.gaids[0]?.gaid ?? "");
  await sandbox.world.write((unit) =>
    transferBetweenHolders(unit, {
      assetUuid,
      fromGaid: seller ?? "",
      to: { gaid: buyer ?? "" },
      amountSats: 7n,
    }),
  );
  await mine(sandbox, 1);
  const since = await readDifference(actor, assetUuid, query);
  expect(since.page.rows.map(({ gaids, changeSats }) => [gaids[0], changeSats]).sort()).toEqual(
    [
      [seller, -7n],
      [buyer, 7n],
    ].sort(),
  );
  expect(unexplainedSats(since.figures)).toBe(0n);
  const whole = await readDifference(actor, assetUuid, {
    limit: 200,
    filters: { from: String(first - 1), to: String(last) },
  });
  expect(whole.figures).toMatchObject({ supplyBeforeSats: 0n });
  expect(unexplainedSats(whole.figures)).toBe(0n);
  expect(whole.page.rows.every(({ change }) => change === "came")).toBe(true);
});

it("gives a transaction that AMP books late the place of its block", async () => {
  const { last } = await heights();
  const paid = await sandbox.world.write(async (unit) => {
    const issuer = await Issuer.in(unit, sandbox.world);
    const asset = (await findAssetByUuid(unit.db, assetUuid)) as AssetRow;
    const user = await issuer.addUser("Dario Conti");
    const order = await issuer.order(asset, user, [900n]);
    const txid = await chain.payOrder(unit, order.payments, asset.assetId);
    await issuer.mine(2);
    return { asset, order, txid, gaid: user.gaid };
  });
  await sandbox.world.write(async (unit) => {
    const issuer = await Issuer.in(unit, sandbox.world);
    const to = { gaid: paid.gaid };
    await transferBetweenHolders(unit, { assetUuid, fromGaid: holderGaid, to, amountSats: 1n });
    await issuer.mine(1);
  });
  const before = await heights();
  expect(await shown(before.last)).toEqual(await told(before.last));
  await sandbox.world.write(async (unit) => {
    const issuer = await Issuer.in(unit, sandbox.world);
    const body = await chain.distributionBody(unit, paid.asset, paid.txid);
    await issuer.confirm(paid.asset, paid.order, body);
  });
  // Several who read the same at once write it once.
  const all = await Promise.all([1, 2, 3, 4].map(() => shown(last + 1)));
  for (const one of all) expect(one).toEqual(await told(last + 1));
  for (let height = last; height <= before.last; height += 1)
    expect(await checkHeight(actor, assetUuid, height)).toMatchObject({ verdict: "agrees" });
  expect((await shown(last + 1)).find(([gaid]) => gaid === paid.gaid)?.[1]).toBe(900n);
});

it("reads everything again when a transaction that was known has gone, and when a person asks", async () => {
  const { first, last } = await heights();
  const before = await shown(last);
  front.treat("without the oldest");
  // Somebody would own less than nothing: said, and not shown as ownership.
  await expect(shown(first + 5)).rejects.toThrow(/do not add up/);
  front.treat("as it is");
  expect(await shown(last)).toEqual(before);
  await readHistoryAgain(actor, { assetUuid });
  expect(await shown(last)).toEqual(before);
});

it("keeps what AMP has lost apart, now and at the block of the loss", async () => {
  const before = await heights();
  const height = await sandbox.world.write(async (unit) => {
    const { assetId } = (await findAssetByUuid(unit.db, assetUuid)) as AssetRow;
    const to = await unit.node.getNewAddress(chain.TREASURY);
    await chain.spend(unit, { outputs: [{ to, assetId, amountSats: 10n }] });
    await unit.ledger.mine(1);
    return (await unit.ledger.tip()).height;
  });
  const { figures, today } = await readOwnership(actor, assetUuid, EVERYTHING);
  expect(today?.lostOutputs).toBe(1);
  expect(figures.ownedSats).toBeLessThan(figures.supplySats);
  const [difference] = (await checkHeight(actor, assetUuid, height)).largest;
  expect(await checkHeight(actor, assetUuid, height)).toMatchObject({ verdict: "lost", accounts: 1 });
  expect((difference?.movedSats ?? 0n) - (difference?.ampSats ?? 0n)).toBe(
    figures.supplySats - figures.ownedSats,
  );
  expect((await checkHeight(actor, assetUuid, before.last)).verdict).toBe("agrees");
});
