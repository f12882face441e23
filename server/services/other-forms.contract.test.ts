import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { userDeletionText } from "@/lib/messages/user-deletion";
import { usersText } from "@/lib/messages/users";
import { ampAs } from "@/server/auth/amp-session";
import { signInManager } from "@/server/requests/testing";
import { countOpenAssignments } from "@/server/requests/user-at-amp";
import { addUser, assign, distribute, issue, mine, newGaid, turn } from "@/server/sandbox/amp/testing";
import { type Switches, switchNames } from "@/server/sandbox/switches";
import { findLacking } from "@/server/treasury/blinders/outputs";
import { approveSupply, expectCarriedOut, supplyAsset } from "@/server/treasury/supply/testing";
import { type Bench, openBench, readyAsset, signInAtDesk } from "@/server/treasury/testing";
import { changePassword, refreshToken } from "./account";
import { listActivities } from "./activities";
import { readAssetSettings, setMemo } from "./asset-settings";
import { readGaid } from "./gaids";
import { createManager, readManager, setManagerAsset } from "./managers";
import { readSupplyHistory } from "./supply-history";
import { deleteUser, setDefaultGaid } from "./user-changes";
import { addUser as addUserAtDesk, readUser } from "./users";

/** What no source rules out of AMP, told by the sandbox's switches. */

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
}, 60_000);
const ALL_OFF = Object.fromEntries(switchNames.map((name) => [name, false])) as Switches;
afterEach(() => turn(bench.sandbox, ALL_OFF));
afterAll(() => bench?.close());

describe("where AMP takes the other method alone", () => {
  it("a manager's grant is taken back", async () => {
    const { asset_uuid: assetUuid } = await issue(bench.sandbox, bench.amp);
    const input = { intentId: randomUUID(), username: "post-alone", password: "a quiet harbour" };
    const { id: managerId } = await createManager(bench.actor, input);
    const granted = { managerId, assetUuid };
    await setManagerAsset(bench.actor, { ...granted, isGranted: true });
    await turn(bench.sandbox, { postOnly: true });
    await setManagerAsset(bench.actor, { ...granted, isGranted: false });
    expect((await readManager(bench.actor, managerId)).manager.assets).toEqual([]);
  });
});

describe("where AMP pages nothing", () => {
  it("all that it told is one page, and what lacks blinders is read once", async () => {
    const { asset_uuid: uuid } = await issue(bench.sandbox, bench.amp, { restricted: false });
    await mine(bench.sandbox, 3);
    await bench.amp.get(`/assets/${uuid}/register-authorized`);
    for (const name of ["First Paid", "Second Paid"])
      await assign(bench.amp, uuid, (await addUser(bench.sandbox, bench.amp, name)).id, 5);
    await distribute(bench.sandbox, bench.amp, uuid);
    const page = async () => (await listActivities(bench.actor, uuid, { limit: 1, filters: {} })).page;
    expect(await page()).toMatchObject({ rows: [{}], nextCursor: expect.any(String) });
    await turn(bench.sandbox, { noPaging: true });
    const { rows, nextCursor } = await page();
    expect([rows.length, nextCursor]).toEqual([3, null]);
    expect(await findLacking(await ampAs(bench.actor), uuid)).toHaveLength(1);
  });
});

describe("where AMP tells what was seen of it alone", () => {
  it("a memo that was never set is empty and can be set", async () => {
    const { asset_uuid: assetUuid } = await issue(bench.sandbox, bench.amp);
    await turn(bench.sandbox, { fewerFields: true });
    expect((await readAssetSettings(bench.actor, assetUuid)).memo).toBe("");
    expect(await setMemo(bench.actor, { assetUuid, memo: "Board approval", shown: "" })).toBe(
      "Board approval",
    );
  });

  it("the supply's history stands, and says that a reissuance's address and amount were not told", async () => {
    const asset = await supplyAsset(bench);
    const id = await approveSupply(bench.actor, "reissuance", asset, 500n);
    await expectCarriedOut(bench, asset, id, "reissuance", 500n);
    const told = await readSupplyHistory(bench.actor, asset.uuid);
    expect([told.listedReissuedSats, typeof told.changes[1]?.address]).toEqual([500n, "string"]);
    await turn(bench.sandbox, { fewerFields: true });
    const { listedReissuedSats, changes, summaryReissuedSats } = await readSupplyHistory(
      bench.actor,
      asset.uuid,
    );
    expect([listedReissuedSats, summaryReissuedSats]).toEqual([null, 500n]);
    expect(changes.map(({ kind, address }) => [kind, address])).toEqual([
      ["issuance", null],
      ["reissuance", null],
    ]);
  });
});

describe.each(["summariesByAsset", "oddSummaries"] as const)("where AMP has %s", (name) => {
  const turned = () => turn(bench.sandbox, { [name]: true });

  it("a user's page tells what is assigned and held, and no distribution that nobody told of", async () => {
    const { uuid, holders } = await readyAsset(bench, [30]);
    const userId = holders[0]?.id ?? 0;
    await distribute(bench.sandbox, bench.amp, uuid);
    await assign(bench.amp, uuid, userId, 12);
    const holding = async () =>
      (await readUser(bench.actor, userId)).holdings.find(({ assetUuid }) => assetUuid === uuid);
    const usual = { balance: 30n, assigned: 12n, openAssignments: 1, distributed: 30n };
    expect(await holding()).toMatchObject(usual);
    await turned();
    expect(await holding()).toMatchObject(usual);
    expect((await readUser(bench.actor, userId)).vesting.map(({ sats }) => sats)).toEqual([12n]);
  });

  it("nobody is deleted who has or is owed units, and a default is set by the same count", async () => {
    const { uuid, holders } = await readyAsset(bench, [30]);
    const userId = holders[0]?.id ?? 0;
    await turned();
    const owed = { code: "REJECTED", message: userDeletionText.stillOwed(1) };
    await expect(deleteUser(bench.actor, { userId })).rejects.toMatchObject(owed);
    expect(await countOpenAssignments(await ampAs(bench.actor), userId)).toBe(1);
    const gaid = await newGaid(bench.sandbox);
    await bench.amp.post(`/registered_users/${userId}/gaids/add`, gaid);
    const change = { userId, gaid };
    await expect(setDefaultGaid(bench.actor, { ...change, openAssignments: 0 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await setDefaultGaid(bench.actor, { ...change, openAssignments: 1 });
    expect((await readUser(bench.actor, userId)).user.gaid).toBe(gaid);
    await distribute(bench.sandbox, bench.amp, uuid);
    await expect(deleteUser(bench.actor, { userId })).rejects.toMatchObject(owed);
    const nobody = await addUser(bench.sandbox, bench.amp, `Nobody of ${name}`);
    await deleteUser(bench.actor, { userId: nobody.id });
  });

  it("a manager is told of the granted assets", async () => {
    const { uuid, holders } = await readyAsset(bench, [30]);
    const { uuid: other } = await readyAsset(bench, [7]);
    const [{ id: managerId }] = (await bench.amp.get("/managers")).body.filter(
      ({ username }: { username: string }) => username === "manager",
    );
    await bench.amp.put(`/managers/${managerId}/assets/${uuid}/add`);
    await distribute(bench.sandbox, bench.amp, uuid);
    await turned();
    const { holdings } = await readUser(await signInManager(), holders[0]?.id ?? 0);
    expect(holdings.find(({ assetUuid }) => assetUuid === uuid)).toMatchObject({ balance: 30n });
    expect(holdings.some(({ assetUuid }) => assetUuid === other)).toBe(false);
  });
});

describe("a GAID of a form that nobody has seen", () => {
  const validations = () => bench.proxy.seen.filter(({ path }) => path.endsWith("/validate")).length;
  const add = (gaid: string) =>
    addUserAtDesk(bench.actor, { intentId: randomUUID(), name: "Of Another Form", isCompany: false, gaid });

  it("is AMP's to refuse, and what does not begin like one is refused without AMP", async () => {
    bench.proxy.seen.splice(0);
    const short = "GA2pcpx9Yw1cDMGiSENKd81TiqD3";
    await expect(add(short)).rejects.toMatchObject({
      fields: { gaid: [usersText.gaidInvalid("Invalid GAID")] },
    });
    expect(await readGaid(bench.actor, short)).toMatchObject({ problem: "unknown" });
    expect(validations()).toBe(2);
    await expect(add("GA1")).rejects.toMatchObject({ fields: { gaid: [usersText.gaidForm] } });
    expect(await readGaid(bench.actor, "INVALIDZZ6SqZZvEpAeVz9QmfHqhh")).toMatchObject({ problem: "form" });
    expect(validations()).toBe(2);
  });
});

describe("a change of the token, which ends the tests' own", () => {
  it("is asked for with the other method where AMP takes that alone", async () => {
    await turn(bench.sandbox, { postOnly: true });
    bench.proxy.seen.splice(0);
    await refreshToken(bench.actor);
    const asked = bench.proxy.seen.filter(({ path }) => path === "/api/user/refresh-token");
    expect(asked.map(({ method }) => method)).toEqual(["GET", "POST"]);
    expect(await (await ampAs(bench.actor)).call("listManagers")).not.toEqual([]);
  });

  it("is understood where AMP answers a new password with the token alone", async () => {
    await turn(bench.sandbox, { fewerFields: true });
    const password = "a-much-longer-password";
    const actor = await signInAtDesk();
    await changePassword(actor, "no session's", { current: "issuer-password", password, repeat: password });
    const back = { current: password, password: "issuer-password", repeat: "issuer-password" };
    await changePassword(actor, "no session's", back);
    expect(await (await ampAs(actor)).call("listManagers")).not.toEqual([]);
  });
});
