import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { pool, transaction } from "@/server/db/client";
import { noticesOf } from "@/server/notices/collect";
import { turnClock } from "@/server/platform/clock";
import { addUser, assign, callNode, issue, mine } from "@/server/sandbox/amp/testing";
import { readOverview } from "@/server/services/overview";
import { acknowledge, viewWatch } from "@/server/services/watch";
import { type Bench, openBench } from "@/server/treasury/testing";
import { markTokenInvalid, readToken } from "@/server/vault/store";
import { listBooks } from "./books-store";
import { listAlerts, saveLook } from "./store";
import { lookNow, runDueAmpLooks, runDueLooks } from "./watch";

/** An issuer for whom this deployment configures no treasury node. */
let bench: Bench;

beforeAll(async () => {
  bench = await openBench(() => ({ AMP_SANDBOX_NODE_ACCOUNT: "somebody-else" }));
}, 60_000);
afterAll(() => bench?.close());
afterEach(() => turnClock(0));

const look = () => runDueAmpLooks(0, 1);
const alertsOf = async (assetUuid: string) =>
  (await listAlerts(bench.actor.workspaceId, { states: ["open"], limit: 50, assetUuid })).map(
    ({ kind, isToken }) => (isToken ? `${kind} token` : kind),
  );

async function newAsset({ isAuthorized = true } = {}): Promise<{ uuid: string; assetId: string }> {
  const { asset_uuid: uuid, asset_id: assetId } = await issue(bench.sandbox, bench.amp, {
    restricted: false,
  });
  await mine(bench.sandbox, 3);
  if (isAuthorized) await bench.amp.get(`/assets/${uuid}/register-authorized`);
  return { uuid, assetId };
}

/** Past AMP, with a wallet that this desk does not know. */
async function sendOutside(assetId: string): Promise<void> {
  const address = await callNode(bench.sandbox, "getnewaddress");
  const payment = { address, amount: "0.00000007", assetlabel: assetId };
  await callNode(bench.sandbox, "sendtoaddress", payment as unknown as unknown[]);
  await mine(bench.sandbox, 3);
}

/** Everything that is told a while after it was seen. */
async function toldOf(assetUuid: string): Promise<string[]> {
  turnClock(3_600_000);
  const { notices } = await noticesOf(bench.actor.workspaceId);
  turnClock(0);
  return notices.flatMap(({ key, path }) => (path.includes(assetUuid) ? [key.split(":")[0] ?? ""] : []));
}

describe("an issuer's account without a node", () => {
  it("is not looked at by the watch over treasuries", async () => {
    const { uuid } = await newAsset();
    await runDueLooks(0, 1);
    expect((await viewWatch(bench.actor)).assets).toEqual([]);
    await look();
    const { assets, hasWallet, problem } = await viewWatch(bench.actor);
    expect({ hasWallet, problem }).toEqual({ hasWallet: false, problem: null });
    expect(assets.find(({ assetUuid }) => assetUuid === uuid)?.figures).toMatchObject({
      issuedSats: 10_000_000n,
      treasurySats: 10_000_000n,
      lostSats: 0n,
    });
    expect(await alertsOf(uuid)).toEqual([]);
  });

  it("is warned of lost outputs, on the overview and in notices, until they are found again or settled", async () => {
    const { uuid, assetId } = await newAsset();
    await sendOutside(assetId);
    await look();
    expect(await alertsOf(uuid)).toEqual(["lost"]);
    expect(await toldOf(uuid)).toContain("watch");
    const { alerts } = await readOverview(bench.actor);
    expect(alerts).toContainEqual({ kind: "watch", alert: expect.objectContaining({ assetUuid: uuid }) });
    expect(alerts.map(({ kind }) => kind)).not.toContain("node");
    const [alert] = await listAlerts(bench.actor.workspaceId, {
      states: ["open"],
      limit: 1,
      assetUuid: uuid,
    });
    await acknowledge(bench.actor, { alertId: alert?.id ?? "", reason: "AMP repairs it" });
    await look();
    expect(await alertsOf(uuid)).toEqual([]);
  });

  it("is warned of an order that nobody here carries out, and of an asset that is not authorised", async () => {
    const { uuid } = await newAsset();
    const { uuid: waiting } = await newAsset({ isAuthorized: false });
    const { id } = await addUser(bench.sandbox, bench.amp, "Holder");
    await assign(bench.amp, uuid, id, 1);
    await bench.amp.get(`/assets/${uuid}/distributions/create`);
    await look();
    await lookNow(bench.actor.workspaceId, 1);
    const books = await readUntil(uuid);
    expect(books?.orders).toHaveLength(1);
    // Issued past this desk, so AMP lacks the blinders, too.
    expect((await toldOf(uuid)).sort()).toEqual(["blinders", "order"]);
    expect(await toldOf(waiting)).toContain("unauthorized");
  });

  it("keeps what only a wallet can tell as it was", async () => {
    const { uuid } = await newAsset();
    await look();
    const seen = (await viewWatch(bench.actor)).assets.find(({ assetUuid }) => assetUuid === uuid);
    if (!seen?.figures) throw new Error("The asset was not looked at.");
    const finding = {
      kind: "moved",
      subject: "tx:0",
      txid: "tx",
      operationId: null,
      isToken: false,
    } as const;
    const found = { figures: seen.figures, findings: [finding], tokens: [], isAuthorizable: false };
    await saveLook(bench.actor.workspaceId, seen, { ...found, sawWallet: true });
    for (let round = 0; round < 3; round += 1) await look();
    expect(await alertsOf(uuid)).toEqual(["moved"]);
  });

  it("rests between two rounds, and is left in peace while AMP refuses its access", async () => {
    await look();
    const asked = () => bench.proxy.seen.filter(({ path }) => path.endsWith("/summary")).length;
    const before = asked();
    const connects = vi.spyOn(pool(), "connect");
    await runDueAmpLooks(300, 1);
    // Without a lock, which would take a connection of its own.
    expect(connects).not.toHaveBeenCalledWith();
    connects.mockRestore();
    expect(asked()).toBe(before);
    const { workspaceId } = bench.actor;
    const token = (await readToken(workspaceId)) ?? "";
    await transaction((tx) => markTokenInvalid(tx, workspaceId, token));
    await look();
    expect(asked()).toBe(before);
  });
});

/** Books are read of one asset in fifteen a round. */
async function readUntil(assetUuid: string) {
  for (let round = 0; round < 8; round += 1) {
    const books = (await listBooks(bench.actor.workspaceId)).find((one) => one.assetUuid === assetUuid);
    if (books && books.booksAt !== null && books.orders.length > 0) return books;
    await look();
    await sleep(1);
  }
  return undefined;
}
