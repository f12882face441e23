import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { signInText } from "@/lib/messages/sign-in";
import { readAudit } from "@/server/audit/search-store";
import { authorize } from "@/server/auth/authorize";
import { findActor } from "@/server/auth/store";
import { pool } from "@/server/db/client";
import { nodeUrl, openTestDesk, sandboxEnv, type TestDesk } from "@/server/db/testing";
import { turnClock } from "@/server/platform/clock";
import { type FaultyProxy, startFaultyProxy } from "@/server/platform/testing";
import { type AmpCaller, issue, signIn as signInAtAmp } from "@/server/sandbox/amp/testing";
import { startTestSandbox, type TestSandbox } from "@/server/sandbox/testing";
import { nodeOf } from "@/server/treasury/node";
import { findWorkspace, refusedSince } from "@/server/vault/store";
import { type SignInInput, signIn } from "./sign-in";

let sandbox: TestSandbox;
let proxy: FaultyProxy;
let desk: TestDesk;

/** Two environments over one AMP: what a deployment that configures the same wallet twice would look like. */
beforeAll(async () => {
  sandbox = await startTestSandbox();
  proxy = await startFaultyProxy(sandbox.url);
  desk = await openTestDesk({
    ...sandboxEnv(proxy.url),
    AMP_TESTNET_URL: `${proxy.url}/api`,
    AMP_TESTNET_NODE_URL: nodeUrl(proxy.url),
    AMP_TESTNET_NODE_ACCOUNT: "issuer",
  });
});
afterAll(async () => {
  await desk?.close();
  await proxy?.stop();
  await sandbox?.stop();
});
afterEach(() => proxy.heal());

const password = (
  username: string,
  rest: { environment?: SignInInput["environment"]; password?: string } = {},
): SignInInput => ({
  environment: "sandbox",
  method: "password",
  username,
  password: `${username}-password`,
  ...rest,
});
const byToken = (token = ""): SignInInput => ({ environment: "sandbox", method: "token", token });

async function enter(input: SignInInput): Promise<Actor> {
  const actor = await findActor(await signIn(input));
  if (!actor) throw new Error("The session is not there.");
  return actor;
}

async function count(table: "workspaces" | "sessions"): Promise<number> {
  const { rows } = await pool().query(`select count(*)::int as count from ${table}`);
  return rows[0].count;
}

/** What is refused must leave nothing behind and never repeat what was typed. */
async function refusalOf(input: SignInInput): Promise<{ code: string; message: string }> {
  const before = [await count("workspaces"), await count("sessions")];
  const error = await signIn(input).catch((reason) => reason);
  expect([await count("workspaces"), await count("sessions")]).toEqual(before);
  const typed = input.method === "token" ? input.token : input.password;
  expect(`${error.message} ${error.cause?.message}`).not.toContain(typed);
  return { code: error.code, message: error.message };
}

describe("an issuer", () => {
  it("gets one workspace from several first sign-ins at the same moment", async () => {
    const actors = await Promise.all([1, 2, 3].map(() => enter(password("issuer"))));
    expect(new Set(actors.map((actor) => actor.workspaceId)).size).toBe(1);
    expect(actors[0]).toMatchObject({ role: "issuer", accountName: "issuer", environment: "sandbox" });
    expect(await count("workspaces")).toBe(1);
  });

  it("meets the same workspace by password and by token", async () => {
    const first = await enter(password("issuer"));
    const { token } = await signInAtAmp(sandbox, "issuer");
    expect(await enter(byToken(token))).toEqual(first);
  });

  it("meets the same workspace after AMP replaced the token, by token first and then by password", async () => {
    const first = await enter(password("issuer"));
    const token = await freshToken("issuer");
    const second = await enter(byToken(token));
    const third = await enter(password("issuer"));
    expect(third.workspaceId).toBe(first.workspaceId);
    expect((await enter(byToken(token))).workspaceId).toBe(first.workspaceId);
    // Without an asset AMP does not tell whose token it is.
    expect(second.role).toBe("issuer");
    // What it made turned out to be the same account: nobody is told to sign in to it.
    expect(second.workspaceId).not.toBe(first.workspaceId);
    expect((await findWorkspace(second.workspaceId))?.isTokenValid).toBe(false);
    expect(await refusedSince(second.workspaceId)).toBeNull();
  });

  it("is known by token alone as soon as AMP shows an asset of the account", async () => {
    await issue(sandbox, await signInAtAmp(sandbox, "issuer"));
    const first = await enter(password("issuer"));
    await enter(byToken((await signInAtAmp(sandbox, "issuer")).token));
    const second = await enter(byToken(await freshToken("issuer")));
    expect(second).toEqual(first);
  });

  it("may do what an issuer does, and the sign-in stands in the audit log without its secrets", async () => {
    const actor = await enter(password("issuer"));
    await authorize(actor, "asset:issue");
    const [entry] = await readAudit([actor.workspaceId], { before: null, limit: 1 });
    expect(entry).toMatchObject({
      action: "session.opened",
      outcome: "ok",
      personName: "issuer",
      detail: { method: "password", role: "issuer", environment: "sandbox" },
    });
  });

  it("finds in the log that somebody else was refused, once a minute at most", async () => {
    const { workspaceId } = await enter(password("issuer"));
    const wrong = password("issuer", { password: "guessed wrongly" });
    for (const _ of [1, 2, 3]) await refusalOf(wrong);
    await refusalOf(password("nobody of this desk"));
    const entries = await readAudit([workspaceId], { before: null, limit: 10, outcome: "refused" });
    expect(entries).toMatchObject([{ action: "session.refused", personName: "issuer" }]);
    turnClock(61_000);
    await refusalOf(wrong);
    turnClock(0);
    expect(await readAudit([workspaceId], { before: null, limit: 10, outcome: "refused" })).toHaveLength(2);
    expect(await desk.dump()).not.toContain("guessed wrongly");
  });

  it("is refused with AMP's answer when the log cannot be written", async () => {
    await enter(password("issuer"));
    turnClock(200_000);
    await pool().query(
      "alter table audit_entries add constraint is_full check (action <> 'session.refused') not valid",
    );
    const { code, message } = await refusalOf(password("issuer", { password: "guessed wrongly" }));
    await pool().query("alter table audit_entries drop constraint is_full");
    turnClock(0);
    expect([code, message]).toEqual(["REJECTED", signInText.refused]);
  });

  it("has a workspace of its own in each environment", async () => {
    const here = await enter(password("issuer"));
    const there = await enter(password("issuer", { environment: "testnet" }));
    expect(there).toMatchObject({ environment: "testnet", accountName: "issuer" });
    expect(there.workspaceId).not.toBe(here.workspaceId);
  });
});

async function freshToken(name: "issuer" | "manager"): Promise<string> {
  const amp: AmpCaller = await signInAtAmp(sandbox, name);
  return (await amp.get("/user/refresh-token")).body.token;
}

describe("a manager", () => {
  it("is told apart from the issuer by AMP and may do less", async () => {
    const issuer = await enter(password("issuer"));
    const manager = await enter(password("manager"));
    expect(manager).toMatchObject({ role: "manager", accountName: "manager" });
    expect(manager.workspaceId).not.toBe(issuer.workspaceId);
    await expect(authorize(manager, "asset:issue")).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await enter(byToken((await signInAtAmp(sandbox, "manager")).token))).toEqual(manager);
  });

  it("whom the issuer locked is told so, by password and by token, and nobody with a wrong one", async () => {
    const { token } = await signInAtAmp(sandbox, "manager");
    const issuer = await signInAtAmp(sandbox, "issuer");
    const [{ id }] = (await issuer.get("/managers")).body;
    const wrong = await refusalOf(password("manager", { password: "not the password" }));
    const wrongToken = await refusalOf(byToken("0".repeat(40)));
    await issuer.put(`/managers/${id}/lock`);
    const locked = { code: "REJECTED", message: signInText.locked };
    expect(await refusalOf(password("manager"))).toEqual(locked);
    expect(await refusalOf(byToken(token))).toEqual(locked);
    expect(await refusalOf(password("manager", { password: "not the password" }))).toEqual(wrong);
    await issuer.put(`/managers/${id}/unlock`);
    expect(wrong).toEqual({ code: "REJECTED", message: expect.stringMatching(/password.*locked/s) });
    expect(wrongToken).toEqual({ code: "REJECTED", message: expect.stringMatching(/token.*locked/s) });
  });
});

describe("a sign-in that is refused", () => {
  it("does not tell whether the user exists", async () => {
    const unknown = await refusalOf(password("nobody"));
    expect(await refusalOf(password("issuer", { password: "not the password" }))).toEqual(unknown);
  });

  it("says that AMP is away when it is", async () => {
    for (const fault of ["cut-before", "bad-gateway"] as const) {
      proxy.fail(() => true, fault);
      for (const input of [password("issuer"), byToken("1".repeat(40))])
        expect(await refusalOf(input)).toMatchObject({ code: "UNAVAILABLE" });
      proxy.heal();
    }
  });

  it("says that AMP is away when it goes away between password and role", async () => {
    proxy.fail(({ path }) => !path.includes("obtain_token"), "cut-before");
    expect(await refusalOf(password("issuer"))).toMatchObject({ code: "UNAVAILABLE" });
  });

  it("asks for another environment when this one is not configured", async () => {
    expect(await refusalOf(password("issuer", { environment: "live" }))).toMatchObject({
      code: "INVALID_INPUT",
    });
  });
});

describe("the treasury wallet", () => {
  it("belongs to the first workspace that uses it and to no other", async () => {
    const owner = await enter(password("issuer"));
    const other = await enter(password("issuer", { environment: "testnet" }));
    expect((await nodeOf(owner.workspaceId)).walletKey).toMatch(
      /^127\.0\.0\.1:\d+\/elements\/wallet\/treasury$/,
    );
    await expect(nodeOf(other.workspaceId)).rejects.toMatchObject({
      code: "REJECTED",
      message: expect.stringContaining("already belongs to another workspace"),
    });
    await expect(nodeOf(owner.workspaceId)).resolves.toBeDefined();
  });

  it("is not given to an account it was not configured for", async () => {
    const manager = await enter(password("manager"));
    await expect(nodeOf(manager.workspaceId)).rejects.toMatchObject({
      code: "REJECTED",
      message: expect.stringContaining("No treasury node is configured for this account"),
    });
  });

  it("is named without its credentials wherever it is stored", async () => {
    const rows = await desk.dump();
    expect(rows).toContain("/elements/wallet/treasury");
    expect(rows).not.toContain("rpcpass");
  });
});
