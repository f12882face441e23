import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { MAX_TRIES } from "@/lib/domain/notices";
import type { AlertKind } from "@/lib/domain/watch";
import { speech } from "@/lib/messages/catalogue";
import * as german from "@/lib/messages/de";
import { noticesText } from "@/lib/messages/notices";
import { watchText } from "@/lib/messages/watch";
import { inLanguage } from "@/server/platform/stored-words";
import { type NoticesInput, readNotices, renewSecret, sendTest } from "@/server/services/notices";
import { notifyAll, QUIET_MS } from "./runner";
import { failingChannels } from "./store";
import {
  ASSET,
  findAlerts,
  latestDelivery,
  type NoticesDesk,
  newIssuer,
  notifyLater,
  openNoticesDesk,
  saveSettings,
} from "./testing-desk";
import { signatureOf } from "./webhook";

const HOUR = 3_600_000;

let desk: NoticesDesk;
let actor: Actor;

beforeAll(async () => {
  desk = await openNoticesDesk();
});
afterAll(() => desk?.close());
beforeEach(async () => {
  actor = await newIssuer();
});
afterEach(() => desk.forget());

const save = (input: Partial<NoticesInput> = {}) => saveSettings(actor, input);
const find = (...kinds: AlertKind[]) => findAlerts(actor, kinds);
const latest = () => latestDelivery(actor);
const messages = () => new Set(desk.hook.calls.map(({ headers }) => headers["ampdesk-delivery"]));
/** All tries after the first one; when the last one was. */
const GIVEN_UP_MS = (MAX_TRIES - 1) * 2 * HOUR;
const giveUp = async () => {
  for (let round = 1; round < MAX_TRIES; round++) await notifyLater(round * 2 * HOUR);
};
const byHook = () => save({ isEmailOn: false, isWebhookOn: true, webhookUrl: desk.hook.url });

describe("a webhook", () => {
  it("is signed with a time, by a key that is shown once and stored sealed", async () => {
    const { secret } = await byHook();
    expect(secret).toMatch(/^whsec_[\w-]{43}$/);
    expect((await byHook()).secret).toBeNull();
    await find("lost");
    await notifyAll();
    const [call] = desk.hook.calls;
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

  it("is tried again after longer and longer pauses as the same message, and is given up for a while", async () => {
    await byHook();
    await find("lost");
    desk.hook.answer(500);
    await notifyAll();
    expect(await latest()).toMatchObject({
      state: "waiting",
      tries: 1,
      problem: "The receiver answered 500.",
    });
    await notifyLater(10_000);
    expect(desk.hook.calls).toHaveLength(1);
    await giveUp();
    await notifyLater(GIVEN_UP_MS + HOUR / 2);
    expect(desk.hook.calls).toHaveLength(MAX_TRIES);
    expect(messages().size).toBe(1);
    expect(await latest()).toMatchObject({ state: "dead", tries: MAX_TRIES });
    expect(await failingChannels(actor.workspaceId)).toEqual([
      { channel: "webhook", problem: "The receiver answered 500." },
    ]);
  });

  it("that was given up tells in another message of what still stands, once the receiver is back", async () => {
    await byHook();
    await find("lost", "moved");
    desk.hook.answer(500);
    await notifyAll();
    await giveUp();
    desk.hook.answer(204);
    await find("lost");
    await find("lost");
    await notifyLater(GIVEN_UP_MS + HOUR + 1_000);
    expect(messages().size).toBe(2);
    expect(JSON.parse(desk.hook.calls.at(-1)?.body ?? "").notices).toHaveLength(1);
    expect((await readNotices(actor)).deliveries).toMatchObject([
      { state: "sent", tries: 1, count: 1 },
      { state: "dead", tries: MAX_TRIES, count: 2 },
    ]);
    expect(await failingChannels(actor.workspaceId)).toEqual([]);
    await notifyLater(GIVEN_UP_MS + 40 * HOUR);
    expect(desk.hook.calls).toHaveLength(MAX_TRIES + 1);
  });

  it("that failed is not sent any more when nothing of it is left", async () => {
    await byHook();
    await find("lost");
    desk.hook.answer(302);
    await notifyAll();
    expect((await latest())?.problem).toContain("redirect");
    await find();
    await find();
    await notifyLater(2 * HOUR);
    expect(desk.hook.calls).toHaveLength(1);
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

describe("in German", () => {
  const inGerman = <T>(work: () => T): T => inLanguage("de", work);
  beforeAll(() => {
    speech.dictionaries.de = german;
  });
  afterAll(() => {
    speech.dictionaries = {};
  });

  it("comes what somebody saved in German, whoever finds it and whatever it is about", async () => {
    await inGerman(() => save({ isWebhookOn: true, webhookUrl: desk.hook.url }));
    await find("moved");
    await notifyAll();
    const [call] = desk.hook.calls;
    const { title, detail } = JSON.parse(call?.body ?? "").notices[0];
    const moved = inGerman(() => ({ ...watchText.kinds.moved }));
    expect([title, detail]).toEqual([`Harbour Bond 2031: ${moved.title}`, moved.text]);
    expect(moved.title).not.toBe(watchText.kinds.moved.title);
    const mail = desk.mail.mails[0]?.data;
    for (const part of ["Umgebung: ", "Harbour Bond 2031: Au=C3=9Ferhalb", "Seit 20"])
      expect(mail).toContain(part);
    await save(); // in English from now on
    await find("moved", "lost");
    await notifyLater(2 * QUIET_MS);
    expect(desk.mail.mails[1]?.data).toContain("Harbour Bond 2031: Lost to AMP");
  });

  it("stands why a message was not sent, for whoever reads it so", async () => {
    await byHook();
    desk.hook.answer(500);
    expect((await sendTest(actor, { channel: "webhook" })).problem).toBe("The receiver answered 500.");
    const inWords = inGerman(() => noticesText.problems.status(500));
    expect((await inGerman(latest))?.problem).toBe(inWords);
    expect((await latest())?.problem).toBe("The receiver answered 500.");
  });
});

describe("a mail server", () => {
  it("that refuses is asked again, without its words", async () => {
    await save();
    await find("moved");
    desk.mail.refuse("451 ops@issuer.example is greylisted");
    await notifyAll();
    expect(await latest()).toMatchObject({
      state: "waiting",
      problem: "The mail server refused the message (451).",
    });
    desk.mail.refuse(null);
    await notifyLater(31_000);
    expect(desk.mail.mails).toHaveLength(1);
    expect(await latest()).toMatchObject({ state: "sent", tries: 2, problem: null });
  });
});
