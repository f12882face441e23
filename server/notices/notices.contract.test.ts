import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { MAX_TRIES, NOTICE_TOPICS } from "@/lib/domain/notices";
import type { AlertKind } from "@/lib/domain/watch";
import { pool, transaction } from "@/server/db/client";
import { openTestDesk, type TestDesk } from "@/server/db/testing";
import { turnClock } from "@/server/platform/clock";
import { insertRequest } from "@/server/requests/store";
import {
  type NoticesInput,
  readNotices,
  renewSecret,
  saveNotices,
  sendTest,
} from "@/server/services/notices";
import { insertOperation, moveOperation } from "@/server/treasury/store";
import { saveWorkspace } from "@/server/vault/store";
import { acknowledgeAlert, listAlerts, saveLook } from "@/server/watch/store";
import { notifyAll, QUIET_MS } from "./runner";
import { type HookReceiver, type MailServer, startHookReceiver, startMailServer } from "./testing";
import { signatureOf } from "./webhook";

const HOUR = 3_600_000;

let mail: MailServer;
let hook: HookReceiver;
let desk: TestDesk;
let actor: Actor;

beforeAll(async () => {
  [mail, hook] = await Promise.all([startMailServer(), startHookReceiver()]);
  desk = await openTestDesk({
    AMPDESK_URL: "https://desk.example/",
    SMTP_URL: mail.url,
    SMTP_FROM: "Ampdesk <desk@issuer.example>",
    NOTIFY_WEBHOOK_HOSTS: hook.host,
  });
});
afterAll(async () => {
  await desk?.close();
  await Promise.all([mail?.stop(), hook?.stop()]);
});
beforeEach(async () => {
  const account = {
    environment: "live",
    role: "issuer",
    accountName: randomUUID(),
    ampUserId: null,
  } as const;
  const workspace = await transaction((tx) => saveWorkspace(tx, { ...account, token: randomUUID() }));
  actor = { ...account, workspaceId: workspace.id, personName: "Ada" };
});
afterEach(async () => {
  turnClock(0);
  mail.refuse(null);
  hook.answer(204);
  mail.mails.length = 0;
  hook.calls.length = 0;
  await pool().query("delete from notice_settings");
});

const save = (input: Partial<NoticesInput> = {}) =>
  saveNotices(actor, {
    isEmailOn: true,
    emails: "ops@issuer.example, desk@issuer.example",
    isWebhookOn: false,
    webhookUrl: "",
    topics: [...NOTICE_TOPICS],
    ...input,
  });
const byHook = () => save({ isEmailOn: false, isWebhookOn: true, webhookUrl: hook.url });

const figures = {
  issuedSats: 1n,
  reissuedSats: 0n,
  burnedSats: 0n,
  holdersSats: 0n,
  blacklistedSats: 0n,
  treasurySats: 1n,
  lostSats: 0n,
  walletSats: 1n,
  trackedCoins: 1,
  walletCoins: 1,
  ampTokens: 0n,
  walletTokens: 0n,
};
const ASSET = { assetUuid: randomUUID(), name: "Harbour Bond 2031", ticker: "HRB31", precision: 2 };

/** What the watch finds from now on, one alert of each kind. */
const find = (...kinds: AlertKind[]) =>
  saveLook(actor.workspaceId, ASSET, {
    figures,
    tokens: [],
    findings: kinds.map((kind) => ({ kind, subject: kind, txid: null, operationId: null, isToken: false })),
  });

async function askAsInvestor(): Promise<string> {
  const id = randomUUID();
  await insertRequest({
    id,
    workspaceId: actor.workspaceId,
    intentId: randomUUID(),
    address: `0x${"ab".repeat(20)}`,
    chainId: 1,
    bound: {
      gaid: "GA11111111111111111111111111",
      text: "",
      signature: "",
      boundAt: new Date(),
      checkedAt: new Date(),
    },
    kyc: { completedAt: new Date(), validUntil: null, riskLabels: [] },
    person: { name: "Grace Hopper", email: "grace@investor.example", isCompany: false, verifiedName: null },
  } as unknown as Parameters<typeof insertRequest>[0]);
  return id;
}

const latest = async () => (await readNotices(actor)).deliveries[0];
const later = (ms: number) => {
  turnClock(ms);
  return notifyAll();
};

describe("what needs a person", () => {
  it("comes once by e-mail, with environment, page and nobody's data", async () => {
    await save();
    await find("moved");
    const request = await askAsInvestor();
    await notifyAll();
    await later(2 * QUIET_MS);
    expect(mail.mails).toHaveLength(1);
    const [{ to, data: body } = { to: [], data: "" }] = mail.mails;
    expect(to).toEqual(["ops@issuer.example", "desk@issuer.example"]);
    expect(body).toContain("Subject: [LIVE] Ampdesk: 2 matters need a person");
    expect(body).toContain("Environment: Live");
    expect(body).toContain("Harbour Bond 2031: Moved outside of AMP");
    expect(body).toContain(`https://desk.example/requests/${request}`);
    expect(body).not.toMatch(/Grace|Hopper|investor\.example|0xabab|GA1111/);
    expect(await latest()).toMatchObject({
      channel: "email",
      state: "sent",
      tries: 1,
      count: 2,
      problem: null,
    });
  });

  it("comes again when it comes up again, and not while a person has acknowledged it", async () => {
    await save();
    await find("moved");
    await notifyAll();
    const [alert] = await listAlerts(actor.workspaceId, { states: ["open"], limit: 1 });
    await acknowledgeAlert(alert?.id ?? "", "Ada", "Known transfer");
    await later(2 * QUIET_MS);
    await find();
    await find();
    await find("moved");
    expect(mail.mails).toHaveLength(1);
    await later(4 * QUIET_MS);
    expect(mail.mails).toHaveLength(2);
  });

  it("waits for the next message when one was sent just now, and is left out once it is solved", async () => {
    await save();
    await find("moved");
    await notifyAll();
    await find("moved", "lost", "tokens");
    await notifyAll();
    expect(mail.mails).toHaveLength(1);
    await find("moved", "lost");
    await find("moved", "lost");
    await later(QUIET_MS + 1_000);
    expect(mail.mails).toHaveLength(2);
    expect(mail.mails[1]?.data).toContain("Lost to AMP");
    expect(mail.mails[1]?.data).not.toMatch(/Moved outside|tokens are missing/);
  });

  it("names an operation that stopped, and not one that goes on", async () => {
    await save();
    const intent = { ...ASSET, assetName: ASSET.name, assetId: "", totalSats: 123_456n, assignments: [] };
    const operation = await insertOperation({
      workspaceId: actor.workspaceId,
      kind: "distribution",
      assetUuid: ASSET.assetUuid,
      requestedBy: "Ada",
      requestId: randomUUID(),
      intent,
      intentHash: "",
    });
    await notifyAll();
    expect(mail.mails).toHaveLength(0);
    const problem = { message: "AMP refused 123456 sats of Grace Hopper.", mayRetry: true };
    await moveOperation(operation, { state: "stopped", problem, nextRunAt: null }, null);
    await notifyAll();
    expect(mail.mails[0]?.data).toContain(
      "Subject: [LIVE] Ampdesk: Distribution of Harbour Bond 2031 stopped",
    );
    expect(mail.mails[0]?.data).toContain(`/assets/${ASSET.assetUuid}/distributions/${operation.id}`);
    expect(mail.mails[0]?.data).not.toMatch(/123456|Grace/);
  });

  it("is told only of what was chosen", async () => {
    await save({ topics: ["request"] });
    await find("moved");
    await notifyAll();
    expect(mail.mails).toHaveLength(0);
  });
});

describe("a webhook", () => {
  it("is signed with a time, by a key that is shown once and stored sealed", async () => {
    const { secret } = await byHook();
    expect(secret).toMatch(/^whsec_[\w-]{43}$/);
    expect((await byHook()).secret).toBeNull();
    await find("lost");
    await notifyAll();
    const [call] = hook.calls;
    const time = String(call?.headers["ampdesk-timestamp"]);
    expect(Math.abs(Number(time) - Date.now() / 1_000)).toBeLessThan(60);
    expect(call?.headers["ampdesk-signature"]).toBe(signatureOf(secret ?? "", time, call?.body ?? ""));
    expect(JSON.parse(call?.body ?? "")).toMatchObject({
      id: call?.headers["ampdesk-delivery"],
      type: "notices",
      environment: "live",
      notices: [{ topic: "watch", url: `https://desk.example/assets/${ASSET.assetUuid}/lost-outputs` }],
      more: 0,
    });
    expect(await desk.dump()).not.toContain(secret);
    const renewed = await renewSecret(actor);
    expect(renewed.secret).not.toBe(secret);
  });

  it("is tried again after longer and longer pauses as the same message, and is given up in the end", async () => {
    await byHook();
    await find("lost");
    hook.answer(500);
    await notifyAll();
    expect(await latest()).toMatchObject({
      state: "waiting",
      tries: 1,
      problem: "The receiver answered 500.",
    });
    await later(10_000);
    expect(hook.calls).toHaveLength(1);
    for (let round = 1; round < MAX_TRIES; round++) await later(round * 2 * HOUR);
    expect(hook.calls).toHaveLength(MAX_TRIES);
    expect(new Set(hook.calls.map(({ headers }) => headers["ampdesk-delivery"])).size).toBe(1);
    expect(await latest()).toMatchObject({ state: "dead", tries: MAX_TRIES });
    hook.answer(204);
    await later(40 * HOUR);
    expect(hook.calls).toHaveLength(MAX_TRIES);
  });

  it("that failed is not sent any more when nothing of it is left", async () => {
    await byHook();
    await find("lost");
    hook.answer(302);
    await notifyAll();
    expect((await latest())?.problem).toContain("redirect");
    await find();
    await find();
    await later(2 * HOUR);
    expect(hook.calls).toHaveLength(1);
    expect(await latest()).toMatchObject({ state: "obsolete" });
  });

  it.each([
    ["http://hooks.example/x"],
    ["https://user:pass@hooks.example/"],
    ["ftp://hooks.example/"],
    ["no address"],
  ])("is not kept at %s", async (webhookUrl) => {
    await expect(save({ isWebhookOn: true, webhookUrl })).rejects.toMatchObject({
      fields: { webhookUrl: [expect.any(String)] },
    });
  });

  it("does not look around in the network that the desk stands in", async () => {
    await save({ isEmailOn: false, isWebhookOn: true, webhookUrl: "https://127.0.0.1:1/metadata" });
    expect(await sendTest(actor, { channel: "webhook" })).toMatchObject({
      state: "dead",
      problem: expect.stringContaining("not one of the public internet"),
    });
  });
});

describe("a mail server", () => {
  it("that refuses is asked again, without its words", async () => {
    await save();
    await find("moved");
    mail.refuse("451 ops@issuer.example is greylisted");
    await notifyAll();
    expect(await latest()).toMatchObject({
      state: "waiting",
      problem: "The mail server refused the message (451).",
    });
    mail.refuse(null);
    await later(31_000);
    expect(mail.mails).toHaveLength(1);
    expect(await latest()).toMatchObject({ state: "sent", tries: 2, problem: null });
  });
});

describe("a test", () => {
  it("is sent at once, and not too often", async () => {
    await expect(sendTest(actor, { channel: "email" })).rejects.toMatchObject({ code: "CONFLICT" });
    await save();
    for (let sent = 0; sent < 5; sent++)
      expect(await sendTest(actor, { channel: "email" })).toMatchObject({ state: "sent", isTest: true });
    expect(mail.mails[0]?.data).toContain("[LIVE] Ampdesk: Test of the notifications");
    await expect(sendTest(actor, { channel: "email" })).rejects.toMatchObject({ code: "CONFLICT" });
    await notifyAll();
    expect(mail.mails).toHaveLength(5);
  });

  it("and the settings are the issuer's alone", async () => {
    const manager: Actor = { ...actor, role: "manager" };
    await expect(readNotices(manager)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(sendTest(manager, { channel: "email" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
