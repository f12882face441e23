import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { requestsText } from "@/lib/messages/requests";
import { pool } from "@/server/db/client";
import { dieAt, liveOn } from "@/server/db/testing-deaths";
import { turnClock } from "@/server/platform/clock";
import { addUser } from "@/server/sandbox/amp/testing";
import { approveRequest, declineRequest, previewApproval } from "@/server/services/request-decisions";
import { readRequest } from "@/server/services/requests";
import { withdrawOwnRequest } from "@/server/services/requests-inbox";
import { carryOn, runDueApprovals } from "./approval";
import { addCategory, approveSeen, arrive, newWallet, PERSON, usersAtAmp } from "./testing";
import { type ApprovalBench, openApprovalBench } from "./testing-approval";

let bench: ApprovalBench;
let manager: Actor;
let categoryIds: number[];

beforeAll(async () => {
  bench = await openApprovalBench();
  ({ manager, categoryIds } = bench);
}, 30_000);
afterAll(() => bench?.close());
afterEach(() => bench.restore());

describe("an approval", () => {
  it("makes a user with the GAID and its categories, and is told step by step", async () => {
    const before = await bench.countUsers();
    const { id, gaid } = await arrive(bench);
    expect(await bench.approve(id)).toEqual({ state: "approved", problem: null });
    const user = await bench.expectOneUser(gaid, before, 1);
    expect(user?.name).toBe(`${PERSON.name} (#${id.slice(0, 8)})`);
    const { steps, ampUserId, decidedBy } = await readRequest(bench.actor, id);
    expect([ampUserId, decidedBy]).toEqual([user?.id, bench.actor.personName]);
    expect(steps.map(({ name, phase }) => `${name} ${phase}`)).toEqual([
      "create begun",
      "create done",
      "find done",
      "categories begun",
      "categories done",
      "categories begun",
      "categories done",
    ]);
  });

  it("uses the registered user who has the GAID already", async () => {
    const known = await addUser(bench.sandbox, bench.amp, "Known under another name");
    const before = await bench.countUsers();
    const { id } = await arrive(bench, { gaid: known.gaid });
    const { user } = await previewApproval(bench.actor, id);
    expect(user).toMatchObject({ id: known.id, by: "gaid" });
    await bench.approve(id);
    expect(await bench.expectOneUser(known.gaid, before, 0)).toMatchObject({ id: known.id });
  });

  it("gives a person who comes back with another GAID that one as default, and says so before", async () => {
    const { id, gaid } = await bench.returningPerson();
    const before = await bench.countUsers();
    const { user } = await previewApproval(bench.actor, id);
    expect(user).toMatchObject({ by: "wallet", openAssignments: 0 });
    expect(user?.defaultGaid).not.toBe(gaid);
    await bench.approve(id);
    expect(await bench.expectOneUser(gaid, before, 0)).toMatchObject({ id: user?.id });
  });

  it("keeps two people of one name apart", async () => {
    const before = await bench.countUsers();
    const both = [await arrive(bench), await arrive(bench)];
    for (const { id } of both) expect((await bench.approve(id)).state).toBe("approved");
    expect(await bench.countUsers()).toBe(before + 2);
  });

  it("does nothing when it is pressed again, and refuses other categories afterwards", async () => {
    const { id, gaid } = await arrive(bench);
    const before = await bench.countUsers();
    await bench.approve(id);
    bench.proxy.seen.length = 0;
    const again = await approveRequest(bench.actor, { requestId: id, categoryIds, expectedUserId: null });
    expect(again.state).toBe("approved");
    expect(bench.proxy.seen).toEqual([]);
    const other = approveSeen(bench.actor, { requestId: id, categoryIds: [] });
    await expect(other).rejects.toMatchObject({ code: "CONFLICT" });
    await bench.expectOneUser(gaid, before, 1);
  });

  it("is refused before anything is begun for a category or a GAID that AMP does not have", async () => {
    const { id } = await arrive(bench);
    const unknown = approveSeen(bench.actor, { requestId: id, categoryIds: [999_999] });
    await expect(unknown).rejects.toMatchObject({ code: "INVALID_INPUT" });
    const stranger = await arrive(bench, { gaid: "GA111111111111111111111111111" });
    await expect(bench.approve(stranger.id)).rejects.toMatchObject({ code: "REJECTED" });
    expect([await bench.stateOf(id), await bench.stateOf(stranger.id)]).toEqual(["open", "open"]);
  });
});

describe("the user whom an approval concerns", () => {
  it("is found by the wallet's own requests, also by one that stopped and was declined", async () => {
    const address = newWallet();
    const gone = await addCategory(bench);
    const first = await arrive(bench, { address });
    bench.proxy.fail(({ method, path }) => method === "PUT" && path.includes(`/${gone}/`), "cut-before", 1);
    await bench.approve(first.id, bench.actor, [gone]);
    await bench.amp.delete(`/categories/${gone}/delete`);
    turnClock(6_000);
    await runDueApprovals();
    const { ampUserId, isStopped } = await readRequest(bench.actor, first.id);
    expect([isStopped, ampUserId]).toEqual([true, expect.any(Number)]);
    await declineRequest(bench.actor, { requestId: first.id, reason: "The category is closed." });
    const before = await bench.countUsers();
    const second = await arrive(bench, { address });
    const { user } = await previewApproval(bench.actor, second.id);
    expect(user).toMatchObject({ id: ampUserId, by: "wallet", isClaimed: false });
    await bench.approve(second.id);
    await bench.expectOneUser(second.gaid, before, 0);
    // Where the answer to the first call was lost, the name alone leads there.
    await pool().query("update portal_requests set amp_user_id = null where address = $1", [address]);
    const third = await arrive(bench, { address });
    expect((await previewApproval(bench.actor, third.id)).user).toMatchObject({
      id: ampUserId,
      by: "wallet",
    });
  });

  it("is the one that was shown, or a person looks again", async () => {
    const known = await addUser(bench.sandbox, bench.amp, "Made in between");
    const { id } = await arrive(bench, { gaid: known.gaid });
    const before = await bench.countUsers();
    const all = { requestId: id, categoryIds, isOwnerConfirmed: true };
    for (const expectedUserId of [null, known.id + 1])
      await expect(approveRequest(bench.actor, { ...all, expectedUserId })).rejects.toMatchObject({
        code: "REJECTED",
      });
    const unconfirmed = { ...all, isOwnerConfirmed: false, expectedUserId: known.id };
    await expect(approveRequest(bench.actor, unconfirmed)).rejects.toMatchObject({ code: "REJECTED" });
    expect(await bench.stateOf(id)).toBe("open");
    expect((await previewApproval(bench.actor, id)).user).toMatchObject({ id: known.id, isClaimed: true });
    await approveRequest(bench.actor, { ...all, expectedUserId: known.id });
    await bench.expectOneUser(known.gaid, before, 0);
  });

  it("stops an approval that is under way when AMP leads to another", async () => {
    const { id, gaid } = await arrive(bench);
    bench.proxy.fail(({ path }) => path.endsWith("/registered_users/add"), "cut-before", 1);
    expect(await bench.approve(id)).toMatchObject({ state: "approving" });
    await bench.amp.post("/registered_users/add", { name: `Other ${id}`, is_company: false, GAID: gaid });
    const before = await bench.countUsers();
    turnClock(6_000);
    await runDueApprovals();
    expect(await readRequest(bench.actor, id)).toMatchObject({
      ...{ state: "approving", isStopped: true, ampUserId: null },
      problem: requestsText.approval.otherUser,
    });
    expect((await usersAtAmp(bench)).find((user) => user.GAID === gaid)?.categories).toEqual([]);
    expect((await bench.approve(id)).state).toBe("approved");
    await bench.expectOneUser(gaid, before, 0);
  });
});

describe("two approvers at once", () => {
  it("carry out one approval on two connections", async () => {
    for (let round = 0; round < 3; round += 1) {
      const before = await bench.countUsers();
      const { id, gaid } = await arrive(bench);
      const both = await Promise.all([bench.approve(id), bench.approve(id, manager)]);
      expect(both.map(({ state }) => state)).toContain("approved");
      await bench.expectOneUser(gaid, before, 1);
      const { steps } = await readRequest(bench.actor, id);
      expect(steps.filter(({ name, phase }) => name === "create" && phase === "begun")).toHaveLength(1);
    }
  });

  it("and the worker, who all find a begun one, ask AMP once", async () => {
    const { id, gaid } = await arrive(bench);
    const before = await bench.countUsers();
    await dieAt(2);
    await bench.approve(id).catch(() => {});
    await liveOn();
    expect(await bench.stateOf(id)).toBe("approving");
    bench.proxy.seen.length = 0;
    await Promise.all([carryOn(id), carryOn(id), runDueApprovals(), bench.approve(id, manager)]);
    await bench.expectOneUser(gaid, before, 1);
    const changes = bench.proxy.seen.filter(({ method }) => method !== "GET");
    expect(changes.map(({ path }) => path.replace(/\d+/g, "…"))).toEqual([
      "/api/registered_users/add",
      ...categoryIds.map(() => "/api/categories/…/registered_users/…/add"),
    ]);
  });

  it("with other categories: one of them decides", async () => {
    const { id } = await arrive(bench);
    const ends = await Promise.allSettled([
      approveSeen(bench.actor, { requestId: id, categoryIds: [] }),
      bench.approve(id, manager),
    ]);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { reason } = ends.find(({ status }) => status === "rejected") as PromiseRejectedResult;
    expect(reason).toMatchObject({ code: "CONFLICT" });
  });

  it("an approval and a withdrawal: the one that came first", async () => {
    for (let round = 0; round < 3; round += 1) {
      const address = newWallet();
      const { id } = await arrive(bench, { address });
      const ends = await Promise.allSettled([
        bench.approve(id),
        withdrawOwnRequest({ address, requestId: id }),
      ]);
      expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await bench.stateOf(id)).toBe(ends[0].status === "fulfilled" ? "approved" : "withdrawn");
    }
  });
});
