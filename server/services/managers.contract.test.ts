import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { flushAmpCalls } from "@/server/audit/amp-calls";
import { ampAs } from "@/server/auth/amp-session";
import { findActor } from "@/server/auth/store";
import { openTestDesk, sandboxEnv, type TestDesk } from "@/server/db/testing";
import { withRequestId } from "@/server/platform/request-context";
import { linkSavedAt, saveLink } from "@/server/requests/link-store";
import { AmpCaller, signIn as enterAmp, issue, turn } from "@/server/sandbox/amp/testing";
import { startTestSandbox, type TestSandbox } from "@/server/sandbox/testing";
import { allAssets } from "./assets";
import {
  changeManagerPassword,
  createManager,
  listManagers,
  readManager,
  revokeManager,
  setManagerAsset,
  setManagerLock,
  showManagerToken,
} from "./managers";
import { endPreview, startPreview } from "./preview";
import { signIn } from "./sign-in";

const PASSWORD = "a quiet harbour";
let sandbox: TestSandbox;
let desk: TestDesk;
let issuer: Actor;
let manager: Actor;
let assetUuid: string;

async function enter(input: Parameters<typeof signIn>[0]): Promise<Actor> {
  const actor = await findActor(await signIn(input));
  if (!actor) throw new Error("The session is not there.");
  return actor;
}
const byPassword = (username: string, password = `${username}-password`) =>
  enter({ environment: "sandbox", method: "password", username, password });
const byToken = (token: string) => enter({ environment: "sandbox", method: "token", token });

beforeAll(async () => {
  sandbox = await startTestSandbox();
  desk = await openTestDesk(sandboxEnv(sandbox.url));
  issuer = await byPassword("issuer");
  manager = await byPassword("manager");
  assetUuid = (await issue(sandbox, await enterAmp(sandbox, "issuer"))).asset_uuid;
});
afterAll(async () => {
  await desk?.close();
  await sandbox?.stop();
});

const seesAssets = async (token: string) => {
  const { status, body } = await new AmpCaller(sandbox, token).get("/managers/me");
  return status === 200 ? body.assets : status;
};

describe("a manager who is named in the portal's settings", () => {
  it("is told of as one who decides requests with the issuer's account", async () => {
    const { workspaceId } = issuer;
    const { id, username } = (await (await ampAs(issuer)).call("listManagers"))[0] ?? { id: 0, username: "" };
    const decides = async () => (await readManager(issuer, id)).decidesRequests;
    expect(await decides()).toBe(false);
    const link = {
      workspaceId,
      slug: "of-the-managers",
      issuerName: "Issuer",
      issuerAddress: "0x",
      chainIds: [],
    };
    const open = { isOpen: true, showsHoldings: false, showsDistributions: false, categoryIds: [] };
    await saveLink({ ...link, ...open, managers: ["somebody else"] }, null);
    expect(await decides()).toBe(false);
    await saveLink({ ...link, ...open, managers: [username] }, await linkSavedAt(workspaceId));
    expect(await decides()).toBe(true);
  });
});

describe("a new manager", () => {
  it("goes from locked to work, and out again, each step as AMP sees it", async () => {
    const input = { intentId: randomUUID(), username: "placement", password: PASSWORD };
    const made = await createManager(issuer, input);
    // The same form again makes no second one.
    expect(await createManager(issuer, input)).toEqual(made);
    const of = { managerId: made.id };
    expect((await listManagers(issuer, { limit: 50, filters: {}, q: "placement" })).rows).toHaveLength(1);
    expect(await readManager(issuer, made.id)).toMatchObject({
      manager: { username: "placement", isLocked: true, assets: [] },
      handedOver: null,
      lastSeenAt: null,
    });
    await expect(showManagerToken(issuer, { ...of, password: PASSWORD })).rejects.toMatchObject({
      code: "CONFLICT",
    });

    await setManagerLock(issuer, { ...of, isLocked: false });
    await setManagerAsset(issuer, { ...of, assetUuid, isGranted: true });
    await expect(showManagerToken(issuer, { ...of, password: "another harbour" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      fields: { password: [expect.any(String)] },
    });
    const { token } = await showManagerToken(issuer, { ...of, password: PASSWORD });
    expect(await seesAssets(token)).toEqual([assetUuid]);

    // Who has the token alone is the manager.
    const holder = await byToken(token);
    expect(holder).toMatchObject({ role: "manager", accountName: "placement" });
    expect((await allAssets(holder)).map((asset) => asset.assetUuid)).toEqual([assetUuid]);
    const { handedOver, lastSeenAt } = await readManager(issuer, made.id);
    expect(handedOver).toMatchObject({ personName: issuer.personName });
    expect(lastSeenAt).toBeInstanceOf(Date);

    const changed = await changeManagerPassword(issuer, { ...of, password: "a louder harbour" });
    expect(await seesAssets(token)).toBe(401);
    expect(await seesAssets(changed.token)).toEqual([assetUuid]);

    await revokeManager(issuer, of);
    expect(await seesAssets(changed.token)).toBe(401);
    expect(await readManager(issuer, made.id)).toMatchObject({
      manager: { isLocked: true, assets: [] },
      handedOver: null,
      revokedAt: expect.any(Date),
    });
    // Unlocked once more, neither the token nor the password opens anything.
    await setManagerLock(issuer, { ...of, isLocked: false });
    expect(await seesAssets(changed.token)).toBe(401);
    await expect(showManagerToken(issuer, { ...of, password: "a louder harbour" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
  });

  it("is put to work and revoked where AMP answers these changes with an empty body", async () => {
    await turn(sandbox, { emptyManagerAnswers: true });
    const input = { intentId: randomUUID(), username: "unheard", password: PASSWORD };
    const { id: managerId } = await createManager(issuer, input);
    await setManagerLock(issuer, { managerId, isLocked: false });
    await setManagerAsset(issuer, { managerId, assetUuid, isGranted: true });
    const { token } = await changeManagerPassword(issuer, { managerId, password: "a louder harbour" });
    expect(await seesAssets(token)).toEqual([assetUuid]);

    await revokeManager(issuer, { managerId });
    expect(await readManager(issuer, managerId)).toMatchObject({
      manager: { isLocked: true, assets: [] },
      revokedAt: expect.any(Date),
    });
    await setManagerLock(issuer, { managerId, isLocked: false });
    expect(await seesAssets(token)).toBe(401);
    await expect(showManagerToken(issuer, { managerId, password: "a louder harbour" })).rejects.toMatchObject(
      { code: "INVALID_INPUT" },
    );
    await turn(sandbox, { emptyManagerAnswers: false });
  });

  it("is refused under its field: a name in use, a password that is too simple", async () => {
    const create = (username: string, password: string) =>
      createManager(issuer, { intentId: randomUUID(), username, password });
    await expect(create("manager", PASSWORD)).rejects.toMatchObject({
      fields: { username: [expect.any(String)] },
    });
    await expect(create("another", "123456789012")).rejects.toMatchObject({
      fields: { password: [expect.any(String)] },
    });
  });
});

describe("the desk as a manager sees it", () => {
  it("lasts until it is ended, for this session alone, and is no manager's to begin", async () => {
    const account = { username: "issuer", password: "issuer-password" };
    const secret = await signIn({ environment: "sandbox", method: "password", ...account });
    const actor = (await findActor(secret)) as Actor;
    const { id } = await (await ampAs(manager)).call("getOwnManager");
    await expect(startPreview(manager, secret, id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await startPreview(actor, secret, id);
    const preview = (await findActor(secret)) as Actor;
    expect(preview).toMatchObject({
      role: "manager",
      accountName: "manager",
      personName: "issuer",
      preview: { managerId: id },
    });
    await expect(readManager(preview, id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    // Also what would ask AMP without asking the policy first.
    const amp = await ampAs(preview);
    await expect(amp.call("lockManager", { path: { managerId: id } })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(amp.call("getSummary", { path: { assetUuid } })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await endPreview(secret);
    expect(await findActor(secret)).toEqual(actor);
  });
});

describe("what is no manager's business", () => {
  it("is refused before AMP is asked", async () => {
    for (const attempt of [
      () => readManager(manager, 1),
      () => createManager(manager, { intentId: randomUUID(), username: "m2", password: PASSWORD }),
      () => setManagerLock(manager, { managerId: 1, isLocked: false }),
      () => setManagerAsset(manager, { managerId: 1, assetUuid, isGranted: true }),
      () => showManagerToken(manager, { managerId: 1, password: PASSWORD }),
      () => changeManagerPassword(manager, { managerId: 1, password: PASSWORD }),
      () => revokeManager(manager, { managerId: 1 }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("the database", () => {
  it("keeps neither a manager's password nor the token that was shown", async () => {
    const password = "kept nowhere at all";
    const shown = await withRequestId("r-secret", async () => {
      const { id } = await createManager(issuer, { intentId: randomUUID(), username: "secretive", password });
      await setManagerLock(issuer, { managerId: id, isLocked: false });
      const first = await showManagerToken(issuer, { managerId: id, password });
      const second = await changeManagerPassword(issuer, { managerId: id, password: `${password} again` });
      return [first.token, second.token];
    });
    await flushAmpCalls();
    const rows = await desk.dump();
    expect(rows).toContain("manager.token-shown");
    for (const secret of [password, ...shown]) expect(rows.includes(secret)).toBe(false);
  });
});
