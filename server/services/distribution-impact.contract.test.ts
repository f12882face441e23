import { beforeEach, describe, expect, it } from "vitest";
import { usersText } from "@/lib/messages/users";
import { signInManager } from "@/server/requests/testing";
import { mine, newGaid } from "@/server/sandbox/amp/testing";
import { approve, work } from "@/server/treasury/testing";
import { assetPerTest, restrictedAsset, sharedBench } from "@/server/treasury/testing-bench";
import { readMembershipsImpact, readRequirementImpact } from "./category-impact";
import { setDefaultGaid } from "./user-changes";
import { readUser } from "./users";

const bench = sharedBench({ TREASURY_BATCH_SIZE: "1" });
const asset = assetPerTest(bench);
const userOf = (place: number) => asset.holders[place]?.id ?? 0;

describe("a change of whom a distribution under way has still to order for", () => {
  beforeEach(async () => {
    await approve(bench.actor, asset.uuid);
  });

  it("asks for a confirmation before another default GAID, until AMP has made the order", async () => {
    const { actor, amp, sandbox } = bench;
    const change = async (place: number) => {
      const gaid = await newGaid(sandbox);
      await amp.post(`/registered_users/${userOf(place)}/gaids/add`, gaid);
      return { userId: userOf(place), gaid, openAssignments: 1 };
    };
    const [first, second] = [await change(0), await change(1)];
    expect(await readUser(actor, userOf(0))).toMatchObject({ distributions: 1 });
    const unconfirmed = { code: "CONFLICT", message: usersText.defaults.stopUnconfirmed };
    await expect(setDefaultGaid(actor, first)).rejects.toMatchObject(unconfirmed);
    const manager = await signInManager();
    const all = { isUnseenConfirmed: true, isStopConfirmed: true, openAssignments: 0 };
    await expect(setDefaultGaid(manager, { ...first, ...all })).rejects.toMatchObject({
      ...{ code: "CONFLICT", message: usersText.defaults.stopsElsewhere },
    });
    await work(); // the first of two orders is sent
    await setDefaultGaid(actor, first);
    expect(await readUser(actor, userOf(0))).toMatchObject({ distributions: 0 });
    await expect(setDefaultGaid(actor, second)).rejects.toMatchObject(unconfirmed);
    await setDefaultGaid(actor, { ...second, isStopConfirmed: true });
    await mine(sandbox, 2);
  });
});

describe("whom a change of categories concerns", () => {
  it("has those whose distribution it stops", async () => {
    const { actor, amp, sandbox } = bench;
    const { uuid: restricted, holders, category } = await restrictedAsset(bench);
    await approve(actor, restricted);
    const memberships = [{ categoryId: category, isMember: false }];
    const leaving = holders.map(({ id: userId }) => ({ userId, memberships }));
    const counted = async () =>
      (await readMembershipsImpact(actor, leaving)).assets.find(({ assetUuid }) => assetUuid === restricted);
    expect(await counted()).toMatchObject({ losing: { count: 2 }, inDistribution: 2 });
    const { body: more } = await amp.post("/categories/add", { name: `More ${restricted}` });
    const required = { categoryId: more.id, assetUuid: restricted, isRequired: true };
    expect(await readRequirementImpact(actor, required)).toMatchObject({ inDistribution: 2 });
    await work();
    expect(await counted()).toMatchObject({ inDistribution: 1 });
    await mine(sandbox, 2);
  });
});
