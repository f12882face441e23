import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { accountText } from "@/lib/messages/account";
import { signInText } from "@/lib/messages/sign-in";
import { flushAmpCalls } from "@/server/audit/amp-calls";
import { readAudit } from "@/server/audit/search-store";
import { ampAs } from "@/server/auth/amp-session";
import { findActor } from "@/server/auth/store";
import { changeToken } from "@/server/auth/token-change";
import { openTestDesk, sandboxEnv, type TestDesk } from "@/server/db/testing";
import { turnClock } from "@/server/platform/clock";
import { withRequestId } from "@/server/platform/request-context";
import { type FaultyProxy, startFaultyProxy } from "@/server/platform/testing";
import { AmpCaller } from "@/server/sandbox/amp/testing";
import { startTestSandbox, type TestSandbox } from "@/server/sandbox/testing";
import { readToken } from "@/server/vault/store";
import {
  changePassword,
  endOneSession,
  endOthers,
  readAccount,
  refreshToken,
  SESSIONS_AT_ONCE,
} from "./account";
import { signIn } from "./sign-in";

let sandbox: TestSandbox;
let proxy: FaultyProxy;
let desk: TestDesk;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  proxy = await startFaultyProxy(sandbox.url);
  desk = await openTestDesk(sandboxEnv(proxy.url));
});
afterAll(async () => {
  await desk?.close();
  await proxy?.stop();
  await sandbox?.stop();
});
afterEach(() => {
  proxy.heal();
  turnClock(0);
});

let password = "issuer-password";
const NEXT = "a-much-longer-password";

/** A browser that signs in, as the desk's door tells of it. */
const enter = (device: string, remoteAddress: string | null = null, username = "issuer") =>
  withRequestId(
    randomUUID(),
    () =>
      signIn({
        environment: "sandbox",
        method: "password",
        username,
        password: username === "issuer" ? password : `${username}-password`,
      }),
    { device, remoteAddress },
  );

async function actorOf(secret: string): Promise<Actor> {
  const actor = await findActor(secret);
  if (!actor) throw new Error("The session is not there.");
  return actor;
}

const isAlive = async (secret: string) => (await findActor(secret)) !== null;
const tokenOf = async ({ workspaceId }: Actor) => (await readToken(workspaceId)) ?? "";
const statusWith = async (token: string) => (await new AmpCaller(sandbox, token).get("/assets/")).status;
const query = (cursor: string | null = null) => ({ limit: 50, filters: {}, ...(cursor && { cursor }) });
const isRefresh = ({ path }: { path: string }) => path.endsWith("/user/refresh-token");
const isChange = ({ path }: { path: string }) => path.endsWith("/user/change-password");
const asked = (matches: typeof isRefresh) => proxy.seen.filter(matches).length;

describe("the signed-in browsers", () => {
  it("are seen with where they are, and end one by one or all others", async () => {
    const own = await enter("Firefox on Linux", "203.0.113.7");
    const actor = await actorOf(own);
    const [phone, tablet] = [await enter("Safari on iOS"), await enter("Chrome on Android")];
    const manager = await enter("Edge on Windows", null, "manager");

    const { own: ownRow, others } = await readAccount(actor, own, query());
    const sessions = ownRow ? [ownRow, ...others.rows] : [];
    expect(sessions.map(({ device, remoteAddress, isOwn }) => [device, remoteAddress, isOwn])).toEqual(
      expect.arrayContaining([
        ["Firefox on Linux", "203.0.113.7", true],
        ["Safari on iOS", null, false],
        ["Chrome on Android", null, false],
      ]),
    );
    expect(sessions).toHaveLength(3);

    const phoneId = sessions.find(({ device }) => device === "Safari on iOS")?.id ?? "";
    await expect(endOneSession(await actorOf(manager), { sessionId: phoneId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await endOneSession(actor, { sessionId: phoneId });
    expect(await Promise.all([own, phone, tablet, manager].map(isAlive))).toEqual([true, false, true, true]);
    await expect(endOneSession(actor, { sessionId: phoneId })).rejects.toMatchObject({ code: "NOT_FOUND" });

    expect(await endOthers(actor, own)).toEqual({ count: 1 });
    expect(await Promise.all([own, tablet, manager].map(isAlive))).toEqual([true, false, true]);
  });

  it("are shown a few at a time, with the own one on each page", async () => {
    const own = await enter("Firefox on Linux");
    const actor = await actorOf(own);
    await endOthers(actor, own);
    for (let at = 0; at <= SESSIONS_AT_ONCE; at++) await enter(`Browser ${at}`);
    const first = await readAccount(actor, own, query());
    const second = await readAccount(actor, own, query(first.others.nextCursor));
    expect([first, second].map((page) => page.own?.device)).toEqual(Array(2).fill("Firefox on Linux"));
    expect([first, second].map(({ others }) => others.rows.length)).toEqual([SESSIONS_AT_ONCE, 1]);
    expect([second.others.total, second.others.nextCursor]).toEqual([SESSIONS_AT_ONCE + 1, null]);
    const ids = [first, second].flatMap(({ others }) => others.rows.map(({ id }) => id));
    expect(new Set(ids).size).toBe(SESSIONS_AT_ONCE + 1);
    expect(await endOthers(actor, own)).toEqual({ count: SESSIONS_AT_ONCE + 1 });
  });
});

describe("a new token", () => {
  it("takes the old one's place everywhere in the desk, and sessions live on", async () => {
    const secret = await enter("Firefox on Linux");
    const actor = await actorOf(secret);
    const before = await tokenOf(actor);
    await refreshToken(actor);
    const after = await tokenOf(actor);
    expect(after).not.toBe(before);
    expect([await statusWith(before), await statusWith(after)]).toEqual([401, 200]);
    await expect((await ampAs(actor)).call("listAssets")).resolves.toBeInstanceOf(Array);
    expect(await isAlive(secret)).toBe(true);
  });

  it("is not put to sleep by a call that still carried the old one", async () => {
    const secret = await enter("Firefox on Linux");
    const actor = await actorOf(secret);
    const late = await ampAs(actor);
    let refused: Promise<unknown> = Promise.resolve();
    await changeToken(actor, async (amp) => {
      const { token } = await amp.call("refreshToken");
      // AMP has the new token, the desk not yet: the refusal waits to be judged.
      refused = late.call("listAssets").catch((error: unknown) => error);
      await sleep(100);
      return token;
    });
    expect(await refused).toMatchObject({ code: "UNAUTHENTICATED" });
    await expect((await ampAs(actor)).call("listAssets")).resolves.toBeInstanceOf(Array);
    expect(await isAlive(secret)).toBe(true);
  });

  it("whose answer is lost is asked for once, and everyone signs in again", async () => {
    const [secret, other] = [await enter("Firefox on Linux"), await enter("Safari on iOS")];
    const actor = await actorOf(secret);
    const before = asked(isRefresh);
    proxy.fail(isRefresh, "cut-after");
    await expect(refreshToken(actor)).rejects.toMatchObject({
      code: "UNAVAILABLE",
      message: accountText.lost,
    });
    expect(asked(isRefresh) - before).toBe(1);
    expect(await Promise.all([secret, other].map(isAlive))).toEqual([false, false]);
    const [entry] = await readAudit([actor.workspaceId], { before: null, limit: 1 });
    expect(entry).toMatchObject({ action: "account.token-refreshed", outcome: "unknown" });

    const again = await actorOf(await enter("Firefox on Linux"));
    expect(again.workspaceId).toBe(actor.workspaceId);
    expect(await statusWith(await tokenOf(again))).toBe(200);
    expect(await isAlive(other)).toBe(false);
  });

  it("is not asked for while AMP is away, so that nobody is signed out", async () => {
    const secret = await enter("Firefox on Linux");
    const before = asked(isRefresh);
    proxy.fail(() => true, "cut-before", 10);
    await expect(refreshToken(await actorOf(secret))).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(asked(isRefresh)).toBe(before);
    expect(await isAlive(secret)).toBe(true);
  });

  it("is the issuer's to ask for", async () => {
    const secret = await enter("Edge on Windows", null, "manager");
    await expect(refreshToken(await actorOf(secret))).rejects.toMatchObject({ code: "FORBIDDEN" });
    const account = await readAccount(await actorOf(secret), secret, query());
    expect(account.credentials).toBeNull();
  });
});

describe("a new password", () => {
  it("is refused under its field before AMP is asked, and needs the present one", async () => {
    const secret = await enter("Firefox on Linux");
    const actor = await actorOf(secret);
    const before = asked(isChange);
    const change = (input: { current?: string; password?: string; repeat?: string }) =>
      changePassword(actor, secret, { current: password, password: NEXT, repeat: NEXT, ...input });
    for (const [input, field] of [
      [{ password: "short", repeat: "short" }, "password"],
      [{ password, repeat: password }, "password"],
      [{ repeat: `${NEXT} ` }, "repeat"],
      [{ current: "guessed-password" }, "current"],
    ] as const)
      await expect(change(input)).rejects.toMatchObject({
        code: "INVALID_INPUT",
        fields: { [field]: expect.any(Array) },
      });
    expect(asked(isChange)).toBe(before);
    expect(await isAlive(secret)).toBe(true);
  });

  it("cannot be guessed from inside a session more often than at sign-in", async () => {
    const secret = await enter("Firefox on Linux");
    const actor = await actorOf(secret);
    const guess = () =>
      changePassword(actor, secret, { current: "guessed-password", password: NEXT, repeat: NEXT });
    for (let tries = 0; tries < 20; tries += 1) await guess().catch(() => {});
    await expect(guess()).rejects.toMatchObject({ message: signInText.tooManyGuesses });
    turnClock(61_000);
    await expect(guess()).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });

  it("is the account's from now on, ends other sessions and stands nowhere in the database", async () => {
    const [secret, other] = [await enter("Firefox on Linux"), await enter("Safari on iOS")];
    const actor = await actorOf(secret);
    const old = await tokenOf(actor);
    await withRequestId(randomUUID(), () =>
      changePassword(actor, secret, { current: password, password: NEXT, repeat: NEXT }),
    );
    password = NEXT;
    expect(await Promise.all([secret, other].map(isAlive))).toEqual([true, false]);
    expect([await statusWith(old), await statusWith(await tokenOf(actor))]).toEqual([401, 200]);
    expect((await actorOf(await enter("Firefox on Linux"))).workspaceId).toBe(actor.workspaceId);

    await flushAmpCalls();
    const rows = await desk.dump();
    expect(rows).toContain("/user/change-password");
    for (const hidden of [NEXT, "issuer-password", old, await tokenOf(actor)])
      expect(rows.includes(hidden)).toBe(false);
  });
});
