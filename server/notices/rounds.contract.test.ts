import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { NOTICE_TOPICS } from "@/lib/domain/notices";
import { ATTENDED_MS } from "@/lib/domain/unfinished-work";
import type { UserRowState } from "@/lib/domain/user-jobs";
import { noticesText } from "@/lib/messages/notices";
import { overtakenText } from "@/lib/messages/overtaken";
import { findBatch, saveBatch, saveRow } from "@/server/assigning/store";
import { pool } from "@/server/db/client";
import { openTestDesk, type TestDesk } from "@/server/db/testing";
import { now, turnClock } from "@/server/platform/clock";
import { loggedBy } from "@/server/platform/testing-log";
import { insertJob, moveJob, reopenJob } from "@/server/register/job-store";
import { type NoticesInput, readNotices, saveNotices } from "@/server/services/notices";
import { saveRound } from "@/server/watch/store";
import { noticesOf } from "./collect";
import { notifyAll, QUIET_MS } from "./runner";
import { findNoticeSettings, saveNoticeSettings } from "./settings-store";
import { type HookReceiver, startHookReceiver } from "./testing";
import { forgetNotices, latestDelivery, newIssuer, notifyLater } from "./testing-desk";

const HOUR = 3_600_000;

// A deployment without a mail server.
let hook: HookReceiver;
let desk: TestDesk;
let actor: Actor;

beforeAll(async () => {
  hook = await startHookReceiver();
  desk = await openTestDesk({ NOTIFY_WEBHOOK_HOSTS: hook.host });
});
afterAll(async () => {
  await desk?.close();
  await hook?.stop();
});

beforeEach(async () => {
  actor = await newIssuer();
});
afterEach(() => forgetNotices(hook));

const save = async (of: Actor, input: Partial<NoticesInput> = {}) =>
  saveNotices(of, {
    ...{ isEmailOn: false, emails: "", isWebhookOn: true, webhookUrl: hook.url },
    topics: [...NOTICE_TOPICS],
    shown: (await readNotices(of)).settings,
    ...input,
  });
const sawFee = (isFeeLow: boolean | null, of = actor) =>
  saveRound(of.workspaceId, { problem: null, isFeeLow });
const latest = () => latestDelivery(actor);
const told = () => hook.calls.map(({ body }) => JSON.parse(body).notices);

describe("a treasury that is low on L-BTC for fees", () => {
  it("is told of once, until it has enough again", async () => {
    await save(actor);
    await sawFee(false);
    await notifyAll();
    expect(told()).toEqual([]);
    await sawFee(true);
    await notifyAll();
    const since = told()[0][0].raisedAt;
    expect(told()).toEqual([[expect.objectContaining({ key: "watch:low-fee", topic: "watch" })]]);
    turnClock(HOUR);
    await sawFee(true);
    await sawFee(null);
    await notifyLater(HOUR);
    expect(told()).toHaveLength(1);
    await sawFee(false);
    await notifyAll();
    await sawFee(true);
    await notifyLater(HOUR + QUIET_MS);
    expect(told()).toHaveLength(2);
    expect(told()[1][0].raisedAt > since).toBe(true);
  });
});

describe("a webhook", () => {
  it("is judged by its status, however long the page of an error is", async () => {
    await save(actor);
    await sawFee(true);
    hook.answer(503, "x".repeat(100_000));
    await notifyAll();
    expect(await latest()).toMatchObject({ state: "waiting", problem: "The receiver answered 503." });
    hook.answer(200, "x".repeat(100_000));
    await notifyLater(HOUR);
    expect(await latest()).toMatchObject({ state: "sent", tries: 2 });
  });
});

describe("a round", () => {
  it("reaches the others when one workspace's fails", async () => {
    const others = [await newIssuer(), actor];
    const broken = await newIssuer();
    for (const one of [broken, ...others]) {
      await save(one);
      await sawFee(true, one);
    }
    const alert = [randomUUID(), broken.workspaceId, randomUUID()];
    await pool().query(
      `insert into watch_alerts (id, workspace_id, asset_uuid, asset_name, kind, subject, is_token, state, raised_at, seen_at)
       values ($1, $2, $3, 'Bond', 'of a later version', 's', false, 'open', now(), now())`,
      alert,
    );
    expect(await loggedBy("error", notifyAll)).toMatchObject([
      { event: "notices.round-failed", workspace: broken.workspaceId },
    ]);
    expect(hook.calls).toHaveLength(others.length);
  });
});

describe("a watch that cannot see", () => {
  it.each([
    ["node-behind", /behind the chain/],
    ["partly", /Some assets/],
    ["failed", /ended with an error/],
    [null, /has not answered/],
  ] as const)("for some time is told with its cause: %s", async (reason, words) => {
    await sawFee(false);
    turnClock(HOUR);
    await saveRound(actor.workspaceId, { problem: "In others' words.", reason, isFeeLow: null });
    expect((await noticesOf(actor.workspaceId)).notices).toMatchObject([
      { key: "watch:away", detail: expect.stringMatching(words) },
    ]);
  });
});

describe("a list that somebody began", () => {
  const rows = (...states: UserRowState[]) =>
    states.map((state, number) => ({
      number,
      name: "Grace Hopper",
      userId: null,
      state,
      steps: [],
      problem: null,
    }));
  const about = { kind: "import", fileName: "hopper.csv" } as const;
  const begin = async (...states: UserRowState[]) => {
    const job = {
      id: randomUUID(),
      workspaceId: actor.workspaceId,
      about,
      requestedBy: "Ada",
      requestId: "",
    };
    await insertJob({ ...job, state: "running" }, rows(...states));
    return job;
  };
  const tellsOf = (id: string) =>
    noticesOf(actor.workspaceId).then(({ notices }) => notices.filter(({ key }) => key.includes(id)));

  it("waits to be applied for a while before others are told, without the names in it", async () => {
    await save(actor);
    const { id } = await begin("queued", "refused");
    await moveJob(id, ["running"], { state: "ready", nextRunAt: null });
    await notifyAll();
    expect(told()).toEqual([]);
    await notifyLater(ATTENDED_MS + 1_000);
    expect(told()).toEqual([
      [
        expect.objectContaining({
          ...{ key: `job:${id}:ready`, topic: "work", url: `/users/imports/${id}` },
          title: "Import of registered users waits to be applied",
        }),
      ],
    ]);
    expect(hook.calls[0]?.body).not.toMatch(/hopper/i);
    await moveJob(id, ["ready"], { state: "cancelled", finishedAt: now() });
    expect(await tellsOf(id)).toEqual([]);
  });

  it("is told of at its end with rows that failed, until they are tried again or taken back", async () => {
    const end = { state: "done", nextRunAt: null, finishedAt: now() } as const;
    const [clean, broken] = [await begin("done", "same", "refused"), await begin("done", "failed")];
    for (const { id } of [clean, broken]) await moveJob(id, ["running"], end);
    expect(await tellsOf(clean.id)).toEqual([]);
    expect(await tellsOf(broken.id)).toMatchObject([{ key: `job:${broken.id}:done` }]);
    await reopenJob(broken.id, now());
    expect(await tellsOf(broken.id)).toEqual([]);
    await moveJob(broken.id, ["running"], { ...end, finishedAt: now() });
    await insertJob({ ...broken, id: randomUUID(), state: "running", undoOf: broken.id }, rows("queued"));
    expect(await tellsOf(broken.id)).toEqual([]);
  });

  it("of assignments is told of once nobody sits before it, and at once when one is gone at AMP", async () => {
    const { workspaceId } = actor;
    const [id, assetUuid] = [randomUUID(), randomUUID()];
    const wanted = { registeredUser: 1, userName: "Grace", amountSats: 5n, isReady: true, vestsAt: null };
    const row = { wanted, original: { ...wanted, assignmentId: 7 } };
    await saveBatch({
      id,
      workspaceId,
      assetUuid,
      kind: "edit",
      personName: "Ada",
      requestId: "r",
      inputHash: "",
      nextRunAt: null,
      rows: [row],
    });
    expect(await tellsOf(id)).toEqual([]);
    turnClock(ATTENDED_MS + 1_000);
    expect(await tellsOf(id)).toMatchObject([{ key: `batch:${id}:waiting` }]);
    turnClock(0);
    const batch = await findBatch(workspaceId, assetUuid, id);
    const [stored] = batch?.rows ?? [];
    if (!batch || !stored) throw new Error("The batch is not there.");
    await saveRow(batch, { ...stored, state: "deleted", askedAt: now() });
    expect(await tellsOf(id)).toEqual([]);
    await saveRow(batch, { ...stored, state: "deleted", askedAt: now(), problem: "AMP refused it." });
    expect(await tellsOf(id)).toMatchObject([
      {
        ...{ key: `batch:${id}:danger`, topic: "work" },
        title: "An assignment was deleted and not made again",
        path: `/assets/${assetUuid}/assignments/batches/${id}`,
      },
    ]);
    await saveRow(batch, { ...stored, state: "dropped" });
    expect(await tellsOf(id)).toEqual([]);
  });

  it("is a topic of those, too, who chose theirs before there was this one", async () => {
    await save(actor, { topics: ["watch", "kyc"] });
    await pool().query(readFileSync("server/db/migrations/0025_notice_topic_work.sql", "utf8"));
    expect((await readNotices(actor)).settings.topics).toEqual(["watch", "kyc", "work"]);
    const [, account = ""] = readFileSync("server/db/migrations/0033_notice_topic_account.sql", "utf8").split(
      "--> statement-breakpoint",
    );
    await pool().query(account);
    expect((await readNotices(actor)).settings.topics).toEqual(["watch", "kyc", "work", "account"]);
    await save(actor, { topics: ["watch"] });
    expect((await readNotices(actor)).settings.topics).toEqual(["watch"]);
  });
});

describe("without a mail server", () => {
  it("addresses wait for its return, whatever else is saved", async () => {
    const { workspaceId } = actor;
    const emails = ["ops@issuer.example"];
    const settings = {
      ...{ isEmailOn: true, emails, isWebhookOn: false, webhookUrl: null },
      language: "en" as const,
    };
    await saveNoticeSettings(workspaceId, { ...settings, topics: ["watch"] }, null);
    await save(actor, { topics: ["request"] });
    expect(await findNoticeSettings(workspaceId)).toMatchObject({
      ...{ isEmailOn: true, emails, isWebhookOn: true },
      topics: ["request"],
    });
    await expect(save(actor, { isEmailOn: true, emails: "a@b.example" })).rejects.toMatchObject({
      fields: { isEmailOn: [expect.any(String)] },
    });
  });
});

it("settings are not replaced by a page that shows others, which is told what was changed", async () => {
  const { settings: shown } = await readNotices(actor);
  await save(actor, { topics: ["request"], shown });
  const late = save(actor, { topics: ["watch"], shown });
  const changed = [noticesText.form.isWebhookOn, noticesText.form.webhookUrl, noticesText.topicsLegend];
  await expect(late).rejects.toMatchObject({
    code: "CONFLICT",
    message: overtakenText.settings(changed.join(", ")),
  });
  expect((await readNotices(actor)).settings.topics).toEqual(["request"]);
  // After an answer that was lost.
  await save(actor, { topics: ["request"], shown });
  await save(actor, { topics: ["watch"] });
  expect((await readNotices(actor)).settings.topics).toEqual(["watch"]);
});
