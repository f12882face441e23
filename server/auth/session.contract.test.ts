import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { transaction } from "@/server/db/client";
import { openTestDesk, sandboxEnv, type TestDesk } from "@/server/db/testing";
import { turnClock } from "@/server/platform/clock";
import { AmpCaller } from "@/server/sandbox/amp/testing";
import { startTestSandbox, type TestSandbox } from "@/server/sandbox/testing";
import { signIn, signOut } from "@/server/services/sign-in";
import { findWorkspace, readToken, saveWorkspace } from "@/server/vault/store";
import { ampAs } from "./amp-session";
import { hashSessionSecret } from "./secret";
import { endSession, findActor, openSession } from "./store";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let sandbox: TestSandbox;
let desk: TestDesk;
let workspaceId: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  desk = await openTestDesk({
    ...sandboxEnv(sandbox.url),
    AMPDESK_SESSION_IDLE_MINUTES: "30",
    AMPDESK_SESSION_HOURS: "4",
  });
  const account = { environment: "sandbox", role: "issuer", accountName: "clock", ampUserId: null } as const;
  const workspace = await transaction((tx) => saveWorkspace(tx, { ...account, token: "token-of-clock" }));
  workspaceId = workspace.id;
});
afterAll(async () => {
  await desk?.close();
  await sandbox?.stop();
});
afterEach(() => turnClock(0));

const open = (name = "Ada") => transaction((tx) => openSession(tx, workspaceId, name));
const isAlive = async (secret: string) => (await findActor(secret)) !== null;

const atDesk = (username: "issuer" | "manager") =>
  signIn({ environment: "sandbox", method: "password", username, password: `${username}-password` });

describe("a session", () => {
  it("names the person, the workspace and the role", async () => {
    expect(await findActor(await open())).toEqual({
      workspaceId,
      environment: "sandbox",
      role: "issuer",
      accountName: "clock",
      personName: "Ada",
    });
  });

  it("ends after the idle time", async () => {
    const secret = await open();
    turnClock(31 * MINUTE);
    expect(await isAlive(secret)).toBe(false);
  });

  it("lives on while it is used", async () => {
    const secret = await open();
    for (const minute of [29, 58, 87]) {
      turnClock(minute * MINUTE);
      expect(await isAlive(secret)).toBe(true);
    }
    turnClock((87 + 31) * MINUTE);
    expect(await isAlive(secret)).toBe(false);
  });

  it("ends after the idle time although an open page goes on reading by itself", async () => {
    const secret = await open();
    for (const minute of [10, 20, 29]) {
      turnClock(minute * MINUTE);
      expect(await findActor(secret, { touches: false })).not.toBeNull();
    }
    turnClock(31 * MINUTE);
    expect(await isAlive(secret)).toBe(false);
  });

  it("ends after the absolute time, however much it is used", async () => {
    const secret = await open();
    for (let minute = 20; minute < 240; minute += 20) {
      turnClock(minute * MINUTE);
      expect(await isAlive(secret)).toBe(true);
    }
    turnClock(4 * HOUR + 1);
    expect(await isAlive(secret)).toBe(false);
  });

  it("is not found by its hash, an empty secret or another secret", async () => {
    const secret = await open();
    for (const wrong of [hashSessionSecret(secret), "", `${secret}A`, secret.slice(1)])
      expect(await isAlive(wrong)).toBe(false);
  });

  it("is dead on the server after signing out, and the others of the workspace live on", async () => {
    const [first, second, third] = [await open("Ada"), await open("Ada"), await open("Bo")];
    await signOut(await findActor(first), first);
    expect(await Promise.all([first, second, third].map(isAlive))).toEqual([false, true, true]);
    expect((await findActor(third))?.personName).toBe("Bo");
    await endSession(third);
    expect(await Promise.all([second, third].map(isAlive))).toEqual([true, false]);
  });
});

describe("a token that AMP no longer accepts", () => {
  it("ends every session of its workspace and no other, for good", async () => {
    const [first, second] = [await atDesk("issuer"), await atDesk("issuer")];
    const manager = await atDesk("manager");
    const actor = await findActor(first);
    if (!actor) throw new Error("The session is not there.");
    const token = (await readToken(actor.workspaceId)) ?? "";
    expect((await new AmpCaller(sandbox, token).get("/user/refresh-token")).status).toBe(200);

    const amp = await ampAs(actor);
    await expect(amp.call("listAssets")).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await Promise.all([first, second, manager].map(isAlive))).toEqual([false, false, true]);

    const again = await atDesk("issuer");
    expect((await findActor(again))?.workspaceId).toBe(actor.workspaceId);
    expect(await Promise.all([first, second].map(isAlive))).toEqual([false, false]);
  });
});

describe("a refusal of a token that is no longer the stored one", () => {
  it("ends no session and leaves the new token valid", async () => {
    const first = await atDesk("issuer");
    const actor = await findActor(first);
    if (!actor) throw new Error("The session is not there.");
    const late = await ampAs(actor);
    const token = (await readToken(actor.workspaceId)) ?? "";
    expect((await new AmpCaller(sandbox, token).get("/user/refresh-token")).status).toBe(200);
    const second = await atDesk("issuer");

    await expect(late.call("listAssets")).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await Promise.all([first, second].map(isAlive))).toEqual([true, true]);
    expect((await findWorkspace(actor.workspaceId))?.isTokenValid).toBe(true);
    await expect((await ampAs(actor)).call("listAssets")).resolves.toBeInstanceOf(Array);
  });
});

describe("the database", () => {
  it("holds neither a session's secret, nor AMP's token, nor the password", async () => {
    const secret = await atDesk("issuer");
    const actor = await findActor(secret);
    const token = (await readToken(actor?.workspaceId ?? "")) ?? "";
    expect(token).toMatch(/^[0-9a-f]{40}$/);
    const rows = await desk.dump();
    expect(rows).toContain(hashSessionSecret(secret));
    for (const hidden of [secret, token, "issuer-password"]) {
      for (const form of ["utf8", "base64", "base64url", "hex"] as const) {
        const text = Buffer.from(hidden).toString(form).replace(/=+$/, "");
        expect(rows.includes(text), `${form} of a secret`).toBe(false);
      }
    }
    expect(rows.includes(Buffer.from(token, "hex").toString("base64").replace(/=+$/, ""))).toBe(false);
  });
});
