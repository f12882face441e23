import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { usersText } from "@/lib/messages/users";
import { signInManager } from "@/server/requests/testing";
import { addUser, assign, issue, mine, newGaid } from "@/server/sandbox/amp/testing";
import { type Bench, openBench } from "@/server/treasury/testing";
import { setDefaultGaid } from "./user-changes";
import { readUser } from "./users";

let bench: Bench;

beforeAll(async () => {
  bench = await openBench();
}, 30_000);
afterAll(() => bench?.close());

describe("a manager who changes the default GAID", () => {
  it("is told nothing of an asset that was not granted, so confirms that something may wait unseen", async () => {
    const { amp, sandbox } = bench;
    const manager = await signInManager();
    const { asset_uuid: uuid } = await issue(sandbox, amp, { name: "Nobody granted it" });
    await mine(sandbox, 3);
    await amp.get(`/assets/${uuid}/register-authorized`);
    const user = await addUser(sandbox, amp, "Waits for something unseen");
    await assign(amp, uuid, user.id, 100);
    const gaid = await newGaid(sandbox);
    await amp.post(`/registered_users/${user.id}/gaids/add`, gaid);
    const { holdings } = await readUser(manager, user.id);
    expect(holdings.filter(({ openAssignments }) => openAssignments > 0)).toEqual([]);

    const change = { userId: user.id, gaid, openAssignments: 0 };
    await expect(setDefaultGaid(manager, change)).rejects.toMatchObject({
      ...{ code: "CONFLICT", message: usersText.defaults.unseenUnconfirmed },
    });
    const atAmp = async () => (await amp.get(`/registered_users/${user.id}`)).body.GAID;
    expect(await atAmp()).toBe(user.gaid);
    await setDefaultGaid(manager, { ...change, isUnseenConfirmed: true });
    expect(await atAmp()).toBe(gaid);
  });
});
