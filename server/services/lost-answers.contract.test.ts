import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { userDeletionText } from "@/lib/messages/user-deletion";
import { AmpCaller, callNode, issue } from "@/server/sandbox/amp/testing";
import { type Bench, openBench, readyAsset, toAmp } from "@/server/treasury/testing";
import { addTreasuryAddresses, deleteTreasuryAddress } from "./asset-addresses";
import { readAssetSettings } from "./asset-settings";
import { changeManagerPassword, createManager, setManagerLock } from "./managers";
import { deleteUser } from "./user-changes";
import { addUser, readUser } from "./users";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
}, 60_000);
afterEach(() => bench.proxy.heal());
afterAll(() => bench?.close());

const newUser = async (name: string) =>
  (await addUser(bench.actor, { intentId: randomUUID(), name, isCompany: false, gaid: "" })).id;

describe("a user who was deleted", () => {
  it("is known to be gone after an answer that was lost, and when it is asked for once more", async () => {
    const userId = await newUser("Gone Soon");
    bench.proxy.fail(toAmp(`registered_users/${userId}/delete`), "cut-after");
    await deleteUser(bench.actor, { userId });
    bench.proxy.heal();
    await deleteUser(bench.actor, { userId });
    await expect(readUser(bench.actor, userId)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is known to be gone when the desk could not look either, and is asked to try again", async () => {
    const userId = await newUser("Gone Unseen");
    bench.proxy.fail(toAmp(`registered_users/${userId}/delete`), "cut-after");
    bench.proxy.fail(({ path }) => path.endsWith(`/registered_users/${userId}`), "cut-before");
    await expect(deleteUser(bench.actor, { userId })).rejects.toMatchObject({ code: "UNAVAILABLE" });
    bench.proxy.heal();
    await deleteUser(bench.actor, { userId });
  });

  it("is none while AMP counts units for the user, and is not even asked for", async () => {
    const { uuid, holders } = await readyAsset(bench, [7]);
    const userId = holders[0]?.id ?? 0;
    bench.proxy.seen.splice(0);
    await expect(deleteUser(bench.actor, { userId })).rejects.toMatchObject({
      ...{ code: "REJECTED", message: userDeletionText.stillOwed(1) },
    });
    expect(bench.proxy.seen.filter(({ method }) => method === "DELETE")).toEqual([]);
    const [assignment] = (await bench.amp.get(`/assets/${uuid}/assignments`)).body;
    await bench.amp.delete(`/assets/${uuid}/assignments/${assignment.id}/delete`);
    await deleteUser(bench.actor, { userId });
  });

  it("is not found when this desk never asked for it, and stays when AMP heard nothing", async () => {
    await expect(deleteUser(bench.actor, { userId: 999_999 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const userId = await newUser("Still Here");
    bench.proxy.fail(toAmp(`registered_users/${userId}/delete`), "cut-before");
    await expect(deleteUser(bench.actor, { userId })).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect((await readUser(bench.actor, userId)).user.name).toBe("Still Here");
  });
});

it("a treasury address is added and removed once, whatever became of the answer", async () => {
  const { actor, proxy, sandbox, amp } = bench;
  const { asset_uuid: assetUuid } = await issue(sandbox, amp, { name: "Alpine Fund" });
  const address: string = await callNode(sandbox, "getnewaddress");
  const add = () => addTreasuryAddresses(actor, { assetUuid, addresses: address, acceptForeign: true });
  const listed = async () => (await readAssetSettings(actor, assetUuid)).treasuryAddresses.includes(address);
  proxy.fail(toAmp("treasury-addresses/add"), "cut-after");
  expect(await add()).toEqual({ added: 1, foreign: [] });
  expect(await listed()).toBe(true);
  expect(await add()).toEqual({ added: 0, foreign: [] });
  proxy.fail(toAmp("treasury-addresses/delete"), "cut-after");
  await deleteTreasuryAddress(actor, { assetUuid, address });
  expect(await listed()).toBe(false);
  await deleteTreasuryAddress(actor, { assetUuid, address });
  proxy.heal();
  proxy.fail(toAmp("treasury-addresses/add"), "cut-before");
  await expect(add()).rejects.toMatchObject({ code: "UNAVAILABLE" });
});

it("a manager's new password leaves somebody with the token, whatever became of the answer", async () => {
  const { actor, proxy, sandbox } = bench;
  const input = { intentId: randomUUID(), username: "placement", password: "a quiet harbour" };
  const { id: managerId } = await createManager(actor, input);
  await setManagerLock(actor, { managerId, isLocked: false });
  proxy.fail(toAmp("change-password"), "cut-after");
  const { token } = await changeManagerPassword(actor, { managerId, password: "a louder harbour" });
  expect((await new AmpCaller(sandbox, token).get("/managers/me")).status).toBe(200);
  proxy.heal();
  proxy.fail(toAmp("change-password"), "cut-before");
  // Typed once more, the password that opens the account anyway proves no change, and the old token stays good.
  for (const password of ["another harbour", "a louder harbour"])
    await expect(changeManagerPassword(actor, { managerId, password })).rejects.toMatchObject({
      code: "UNAVAILABLE",
    });
});
