import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { NOTICE_TOPICS } from "@/lib/domain/notices";
import { pool } from "@/server/db/client";
import { turnClock } from "@/server/platform/clock";
import { runDueBatches } from "@/server/register/batches";
import { arrive, openPortal, signInManager } from "@/server/requests/testing";
import { decideBatch, startBatch } from "@/server/services/assignment-batches";
import { readNotices } from "@/server/services/notices";
import { readOverview } from "@/server/services/overview";
import { listRequests } from "@/server/services/requests";
import { type Bench, openBench, readyAsset } from "@/server/treasury/testing";
import { noticesOf } from "./collect";
import { notifyAll, QUIET_MS } from "./runner";
import { syncNotices } from "./store";
import { type HookReceiver, startHookReceiver } from "./testing";
import { notifyLater, saveSettings } from "./testing-desk";

let bench: Bench;
let hook: HookReceiver;
let manager: Actor;
let managerId: number;

beforeAll(async () => {
  hook = await startHookReceiver();
  bench = await openBench(() => ({ NOTIFY_WEBHOOK_HOSTS: hook.host }));
  const managers: { id: number; username: string }[] = (await bench.amp.get("/managers")).body;
  managerId = managers.find(({ username }) => username === "manager")?.id ?? 0;
}, 30_000);
afterAll(async () => {
  await bench?.close();
  await hook?.stop();
});
beforeEach(async () => {
  manager = await signInManager();
});
afterEach(async () => {
  bench.proxy.heal();
  turnClock(0);
  await pool().query("delete from portal_requests");
});

const MINUTE_MS = 60_000;
const told = async (of: Actor = manager) => (await noticesOf(of.workspaceId)).notices.map(({ key }) => key);

/** Later than what AMP said before is taken for true, unless told otherwise. */
let minutes = 0;
const later = (by = 16) => {
  minutes += by;
  turnClock(minutes * MINUTE_MS);
};

describe("requests of investors", () => {
  it("are told to a manager whom their issuer named, until decided, and to nobody once AMP has locked them", async () => {
    await openPortal(bench, { managers: ["manager"] });
    const { id } = await arrive(bench);
    const key = `request:${id}:open`;
    expect(await told()).toEqual([key]);
    const [notice] = (await noticesOf(manager.workspaceId)).notices;
    // The very page that it leads to opens.
    expect(notice?.path).toBe(`/requests/${id}`);
    const listed = await listRequests({ ...manager }, { limit: 10, filters: {} });
    expect(listed.rows.map((row) => row.id)).toEqual([id]);
    await bench.amp.put(`/managers/${managerId}/lock`);
    later();
    expect(await told()).toEqual([]);
    expect(await told(bench.actor)).toContain(key);
    await bench.amp.put(`/managers/${managerId}/unlock`);
    later();
    expect(await told()).toEqual([key]);
  });

  it("are told to no manager whom nobody named", async () => {
    await openPortal(bench, { managers: [] });
    await arrive(bench);
    expect(await told()).toEqual([]);
  });

  it("stay told of while AMP is away, and AMP is asked once in a while and only when something waits", async () => {
    await openPortal(bench, { managers: ["manager"] });
    const asked = () => bench.proxy.seen.filter(({ path }) => path.endsWith("/managers")).length;
    later();
    const before = asked();
    await told();
    expect(asked()).toBe(before);
    await arrive(bench);
    for (let round = 0; round < 5; round += 1) expect(await told()).toHaveLength(1);
    later(14);
    expect(await told()).toHaveLength(1);
    expect(asked()).toBe(before + 1);
    later(2);
    expect(await told()).toHaveLength(1);
    expect(asked()).toBe(before + 2);
    bench.proxy.fail(() => true, "bad-gateway");
    later();
    expect(await told()).toHaveLength(1);
    // Nobody locked is told for long because of an answer that did not come.
    bench.proxy.heal();
    await bench.amp.put(`/managers/${managerId}/lock`);
    later(2);
    expect(await told()).toEqual([]);
    // Nor does who may again have to wait.
    await bench.amp.put(`/managers/${managerId}/unlock`);
    later(2);
    expect(await told()).toHaveLength(1);
  });
});

describe("a worker that began while AMP was away", () => {
  const bySelf = { isEmailOn: false, emails: "", isWebhookOn: true };
  const keysOf = (calls: HookReceiver["calls"]) =>
    calls.map(({ body }) => JSON.parse(body).notices.map(({ key }: { key: string }) => key));

  it("ends no notice of a request, sends none twice, and tells of what is sure", async () => {
    // Of this manager nothing was asked yet in this process.
    const account = { username: "after-restart", password: "after-restart-secret" };
    const { id } = (await bench.amp.post("/managers/create", account)).body;
    await bench.amp.put(`/managers/${id}/unlock`);
    const fresh = await signInManager(account);
    await openPortal(bench, { managers: [account.username] });
    const [first, decided] = [await arrive(bench), await arrive(bench)];
    await saveSettings(fresh, { ...bySelf, webhookUrl: hook.url, topics: ["request", "account"] });
    const notice = { topic: "request", title: "", detail: "", path: "/", raisedAt: new Date() } as const;
    const before = [first, decided].map(({ id }) => ({ ...notice, key: `request:${id}:open` }));
    await syncNotices(fresh.workspaceId, "webhook", before);
    const openKeys = async (): Promise<string[]> =>
      (
        await pool().query("select key from notices where workspace_id = $1 and solved_at is null", [
          fresh.workspaceId,
        ])
      ).rows.map(({ key }) => key);

    bench.proxy.fail(() => true, "bad-gateway");
    await notifyAll();
    expect(keysOf(hook.calls)).toEqual([before.map(({ key }) => key).sort()]);
    await pool().query("update workspaces set is_token_valid = false where id = $1", [fresh.workspaceId]);
    await pool().query("delete from portal_requests where id = $1", [decided.id]);
    await notifyLater(2 * QUIET_MS);
    expect(keysOf(hook.calls).slice(1)).toEqual([["account:signed-out"]]);
    expect(await openKeys()).toEqual(expect.arrayContaining(before.map(({ key }) => key)));

    bench.proxy.heal();
    await notifyLater(4 * QUIET_MS);
    expect(hook.calls).toHaveLength(2);
    expect((await openKeys()).sort()).toEqual(["account:signed-out", before[0]?.key].sort());
  });
});

describe("a manager's own batch of assignments", () => {
  it("is told of when nobody goes on with it, and not once its asset is granted no more", async () => {
    const asset = await readyAsset(bench, [1]);
    const grant = (verb: "add" | "remove") =>
      bench.amp.put(`/managers/${managerId}/assets/${asset.uuid}/${verb}`);
    await grant("add");
    const registeredUser = asset.holders[0]?.id ?? 0;
    const rows = [{ registeredUser, amountSats: 11n, isReady: false, vestsAt: null }];
    const { batchId } = await startBatch(
      { ...manager },
      { intentId: randomUUID(), assetUuid: asset.uuid, rows },
    );
    await decideBatch({ ...manager }, { assetUuid: asset.uuid, batchId, decision: "pause" });
    await runDueBatches();
    expect(await told()).toEqual([]);
    later(18);
    expect(await told()).toEqual([`batch:${batchId}:waiting`]);
    expect(await told(bench.actor)).not.toContain(`batch:${batchId}:waiting`);
    await grant("remove");
    later(2);
    expect(await told()).toEqual([]);
  });
});

describe("a manager's settings", () => {
  it("offer what a manager can do something about, and keep nothing else", async () => {
    const own = ["work", "account", "request", "kyc"];
    expect(await readNotices(manager)).toMatchObject({ topics: own, settings: { topics: own } });
    expect((await readNotices(bench.actor)).topics).toEqual([...NOTICE_TOPICS]);
    const byHook = { isEmailOn: false, emails: "", isWebhookOn: true, webhookUrl: "https://hook.example/" };
    await saveSettings(manager, { ...byHook, topics: ["watch", "request"] });
    expect((await readNotices(manager)).settings.topics).toEqual(["request"]);
    await expect(saveSettings(manager, { ...byHook, topics: ["watch"] })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      fields: { topics: [expect.any(String)] },
    });
    // An issuer's are another account's.
    expect((await readNotices(bench.actor)).settings.isWebhookOn).toBe(false);
  });

  it("are no part of what an issuer sees who looks at the desk as the manager", async () => {
    const preview = { managerId, username: "manager" };
    const viewed: Actor = { ...bench.actor, role: "manager", accountName: "manager", preview };
    await expect(readNotices(viewed)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const steps = async (actor: Actor) => (await readOverview(actor)).steps.map(({ kind }) => kind);
    expect(await steps({ ...viewed })).not.toContain("notifications");
    await pool().query("delete from notice_settings");
    expect(await steps({ ...manager })).toContain("notifications");
  });
});

it("a refused sign-in of a manager is told of", async () => {
  await pool().query("update workspaces set is_token_valid = false where id = $1", [manager.workspaceId]);
  expect(await told()).toEqual(["account:signed-out"]);
});
