import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { requestsText } from "@/lib/messages/requests";
import { pool } from "@/server/db/client";
import { turnClock } from "@/server/platform/clock";
import { type Fault, isFullRun, type ProxiedRequest } from "@/server/platform/testing";
import { addUser, newGaid } from "@/server/sandbox/amp/testing";
import { approveRequest, declineRequest, previewApproval } from "@/server/services/request-decisions";
import { readRequest } from "@/server/services/requests";
import { withdrawOwnRequest } from "@/server/services/requests-inbox";
import { type Bench, openBench } from "@/server/treasury/testing";
import { carryOn, runDueApprovals } from "./approval";
import { requestsOf } from "./store";
import {
  addCategory,
  approveSeen,
  arrive,
  newWallet,
  openPortal,
  PERSON,
  signInManager,
  usersAtAmp,
} from "./testing";

let bench: Bench;
let manager: Actor;
let categoryIds: number[];

beforeAll(async () => {
  bench = await openBench();
  manager = await signInManager();
  await openPortal(bench, { managers: ["manager"] });
  categoryIds = [await addCategory(bench), await addCategory(bench)].sort((a, b) => a - b);
  await pool().query(`
    create table kill_at (number int);
    create sequence kill_writes;
    create function kill_write() returns trigger language plpgsql as $$
    begin
      if nextval('kill_writes') >= (select number from kill_at) then raise exception 'killed'; end if;
      return new;
    end $$;
    create trigger kill_write before update on portal_requests for each row execute function kill_write();
  `);
}, 30_000);
afterAll(() => bench?.close());
afterEach(async () => {
  bench.proxy.heal();
  turnClock(0);
  await liveOn();
});

/** The process dies at its n-th write from now on: nothing of it or after it is stored. */
async function dieAt(number: number): Promise<void> {
  await pool().query("alter sequence kill_writes restart");
  await pool().query("insert into kill_at values ($1)", [number]);
}
const liveOn = () => pool().query("delete from kill_at");

const approve = (requestId: string, actor = bench.actor, chosen = categoryIds) =>
  approveSeen(actor, { requestId, categoryIds: chosen });
const stateOf = async (requestId: string) => (await readRequest(bench.actor, requestId)).state;

/** AMP shows one user with this GAID and nobody who was made besides. */
async function expectOneUser(gaid: string, before: number, made: 0 | 1, chosen = categoryIds) {
  const users = await usersAtAmp(bench);
  const owners = users.filter((user) => user.GAID === gaid);
  expect([users.length - before, owners.length]).toEqual([made, 1]);
  expect(owners[0]?.categories).toEqual(expect.arrayContaining(chosen));
  return owners[0];
}
const countUsers = async () => (await usersAtAmp(bench)).length;

const RETURNING = newWallet();
/** A wallet that was approved before asks again with another GAID; nothing of that time is left but the user. */
async function returningPerson() {
  const [known] = await usersOfReturning();
  if (known === undefined) {
    const first = await arrive(bench, { address: RETURNING });
    await approveSeen(bench.actor, { requestId: first.id, categoryIds: [] });
  } else {
    for (const category of categoryIds)
      await bench.amp.put(`/categories/${category}/registered_users/${known}/remove`);
  }
  return arrive(bench, { address: RETURNING });
}
const usersOfReturning = async (): Promise<number[]> =>
  (await requestsOf({ workspaceId: bench.actor.workspaceId, address: RETURNING }))
    .filter(({ state }) => state === "approved")
    .map(({ ampUserId }) => Number(ampUserId));

describe("an approval", () => {
  it("makes a user with the GAID and its categories, and is told step by step", async () => {
    const before = await countUsers();
    const { id, gaid } = await arrive(bench);
    expect(await approve(id)).toEqual({ state: "approved", problem: null });
    const user = await expectOneUser(gaid, before, 1);
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
    const before = await countUsers();
    const { id } = await arrive(bench, { gaid: known.gaid });
    const { user } = await previewApproval(bench.actor, id);
    expect(user).toMatchObject({ id: known.id, by: "gaid" });
    await approve(id);
    expect(await expectOneUser(known.gaid, before, 0)).toMatchObject({ id: known.id });
  });

  it("gives a person who comes back with another GAID that one as default, and says so before", async () => {
    const { id, gaid } = await returningPerson();
    const before = await countUsers();
    const { user } = await previewApproval(bench.actor, id);
    expect(user).toMatchObject({ by: "wallet", openAssignments: 0 });
    expect(user?.defaultGaid).not.toBe(gaid);
    await approve(id);
    expect(await expectOneUser(gaid, before, 0)).toMatchObject({ id: user?.id });
  });

  it("keeps two people of one name apart", async () => {
    const before = await countUsers();
    const both = [await arrive(bench), await arrive(bench)];
    for (const { id } of both) expect((await approve(id)).state).toBe("approved");
    expect(await countUsers()).toBe(before + 2);
  });

  it("does nothing when it is pressed again, and refuses other categories afterwards", async () => {
    const { id, gaid } = await arrive(bench);
    const before = await countUsers();
    await approve(id);
    bench.proxy.seen.length = 0;
    const again = await approveRequest(bench.actor, { requestId: id, categoryIds, expectedUserId: null });
    expect(again.state).toBe("approved");
    expect(bench.proxy.seen).toEqual([]);
    const other = approveSeen(bench.actor, { requestId: id, categoryIds: [] });
    await expect(other).rejects.toMatchObject({ code: "CONFLICT" });
    await expectOneUser(gaid, before, 1);
  });

  it("is refused before anything is begun for a category or a GAID that AMP does not have", async () => {
    const { id } = await arrive(bench);
    const unknown = approveSeen(bench.actor, { requestId: id, categoryIds: [999_999] });
    await expect(unknown).rejects.toMatchObject({ code: "INVALID_INPUT" });
    const stranger = await arrive(bench, { gaid: "GA111111111111111111111111111" });
    await expect(approve(stranger.id)).rejects.toMatchObject({ code: "REJECTED" });
    expect([await stateOf(id), await stateOf(stranger.id)]).toEqual(["open", "open"]);
  });
});

describe("the user whom an approval concerns", () => {
  it("is found by the wallet's own requests, also by one that stopped and was declined", async () => {
    const address = newWallet();
    const gone = await addCategory(bench);
    const first = await arrive(bench, { address });
    bench.proxy.fail(({ method, path }) => method === "PUT" && path.includes(`/${gone}/`), "cut-before", 1);
    await approve(first.id, bench.actor, [gone]);
    await bench.amp.delete(`/categories/${gone}/delete`);
    turnClock(6_000);
    await runDueApprovals();
    const { ampUserId, isStopped } = await readRequest(bench.actor, first.id);
    expect([isStopped, ampUserId]).toEqual([true, expect.any(Number)]);
    await declineRequest(bench.actor, { requestId: first.id, reason: "The category is closed." });
    const before = await countUsers();
    const second = await arrive(bench, { address });
    const { user } = await previewApproval(bench.actor, second.id);
    expect(user).toMatchObject({ id: ampUserId, by: "wallet", isClaimed: false });
    await approve(second.id);
    await expectOneUser(second.gaid, before, 0);
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
    const before = await countUsers();
    const all = { requestId: id, categoryIds, isOwnerConfirmed: true };
    for (const expectedUserId of [null, known.id + 1])
      await expect(approveRequest(bench.actor, { ...all, expectedUserId })).rejects.toMatchObject({
        code: "REJECTED",
      });
    const unconfirmed = { ...all, isOwnerConfirmed: false, expectedUserId: known.id };
    await expect(approveRequest(bench.actor, unconfirmed)).rejects.toMatchObject({ code: "REJECTED" });
    expect(await stateOf(id)).toBe("open");
    expect((await previewApproval(bench.actor, id)).user).toMatchObject({ id: known.id, isClaimed: true });
    await approveRequest(bench.actor, { ...all, expectedUserId: known.id });
    await expectOneUser(known.gaid, before, 0);
  });

  it("stops an approval that is under way when AMP leads to another", async () => {
    const { id, gaid } = await arrive(bench);
    bench.proxy.fail(({ path }) => path.endsWith("/registered_users/add"), "cut-before", 1);
    expect(await approve(id)).toMatchObject({ state: "approving" });
    await bench.amp.post("/registered_users/add", { name: `Other ${id}`, is_company: false, GAID: gaid });
    const before = await countUsers();
    turnClock(6_000);
    await runDueApprovals();
    expect(await readRequest(bench.actor, id)).toMatchObject({
      ...{ state: "approving", isStopped: true, ampUserId: null },
      problem: requestsText.approval.otherUser,
    });
    expect((await usersAtAmp(bench)).find((user) => user.GAID === gaid)?.categories).toEqual([]);
    expect((await approve(id)).state).toBe("approved");
    await expectOneUser(gaid, before, 0);
  });
});

describe("two approvers at once", () => {
  it("carry out one approval on two connections", async () => {
    for (let round = 0; round < 3; round += 1) {
      const before = await countUsers();
      const { id, gaid } = await arrive(bench);
      const both = await Promise.all([approve(id), approve(id, manager)]);
      expect(both.map(({ state }) => state)).toContain("approved");
      await expectOneUser(gaid, before, 1);
      const { steps } = await readRequest(bench.actor, id);
      expect(steps.filter(({ name, phase }) => name === "create" && phase === "begun")).toHaveLength(1);
    }
  });

  it("and the worker, who all find a begun one, ask AMP once", async () => {
    const { id, gaid } = await arrive(bench);
    const before = await countUsers();
    await dieAt(2);
    await approve(id).catch(() => {});
    await liveOn();
    expect(await stateOf(id)).toBe("approving");
    bench.proxy.seen.length = 0;
    await Promise.all([carryOn(id), carryOn(id), runDueApprovals(), approve(id, manager)]);
    await expectOneUser(gaid, before, 1);
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
      approve(id, manager),
    ]);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { reason } = ends.find(({ status }) => status === "rejected") as PromiseRejectedResult;
    expect(reason).toMatchObject({ code: "CONFLICT" });
  });

  it("an approval and a withdrawal: the one that came first", async () => {
    for (let round = 0; round < 3; round += 1) {
      const address = newWallet();
      const { id } = await arrive(bench, { address });
      const ends = await Promise.allSettled([approve(id), withdrawOwnRequest({ address, requestId: id })]);
      expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await stateOf(id)).toBe(ends[0].status === "fulfilled" ? "approved" : "withdrawn");
    }
  });
});

describe("killed between AMP's effect and our record", () => {
  const SCENES = { "a new person": () => arrive(bench), "a person who comes back": returningPerson };

  it.each(Object.entries(SCENES))(
    "%s becomes one user at every write",
    async (name, scene) => {
      const made = name === "a new person" ? 1 : 0;
      const chosen = categoryIds.slice(0, 1);
      let deaths = 0;
      for (let write = 1; ; write += 1) {
        const { id, gaid } = await scene();
        const before = await countUsers();
        await dieAt(write);
        const died = await approve(id, bench.actor, chosen).then(
          () => false,
          () => true,
        );
        await liveOn();
        if (!died) break;
        deaths += 1;
        // Every other time the worker finds it by itself; a death before the beginning leaves it to a person.
        if (write % 2 === 0) await runDueApprovals();
        else await approve(id, bench.actor, chosen);
        expect([write, await stateOf(id)]).toEqual([write, "approved"]);
        await expectOneUser(gaid, before, made, chosen);
      }
      expect(deaths).toBe(made === 1 ? 7 : 9);
    },
    60_000,
  );
});

describe("AMP's answers", () => {
  const CALLS: Record<string, (request: ProxiedRequest) => boolean> = {
    "the new user": ({ path }) => path.endsWith("/registered_users/add"),
    "the new GAID": ({ path }) => path.endsWith("/gaids/add"),
    "the default": ({ path }) => path.endsWith("/set-default"),
    "a category": ({ method, path }) => method === "PUT" && path.includes("/categories/"),
  };
  const FAULTS: Fault[] = isFullRun
    ? ["cut-after", "cut-before", "bad-gateway"]
    : ["cut-after", "cut-before"];
  const cases = Object.entries(CALLS).flatMap(([name, call]) =>
    FAULTS.map((fault) => ({ name, call, fault })),
  );

  it.each(cases)("to $name may get lost ($fault): the worker goes on", async ({ name, call, fault }) => {
    const isNew = name === "the new user" || name === "a category";
    const { id, gaid } = isNew ? await arrive(bench) : await returningPerson();
    const before = await countUsers();
    bench.proxy.fail(call, fault, 1);
    const { state, problem } = await approve(id);
    expect([state, problem]).toEqual(["approving", expect.any(String)]);
    await runDueApprovals();
    expect(await stateOf(id)).toBe("approving");
    turnClock(6_000);
    await runDueApprovals();
    expect(await stateOf(id)).toBe("approved");
    await expectOneUser(gaid, before, isNew ? 1 : 0);
  });

  it("a refusal leaves the approval to a person, who may choose again or decline", async () => {
    const gone = await addCategory(bench);
    const [first, second] = [await arrive(bench), await arrive(bench)];
    for (const { id } of [first, second]) {
      bench.proxy.fail(({ path }) => path.endsWith("/registered_users/add"), "cut-before", 1);
      await approveSeen(bench.actor, { requestId: id, categoryIds: [gone] });
    }
    await bench.amp.delete(`/categories/${gone}/delete`);
    turnClock(6_000);
    await runDueApprovals();
    expect(await readRequest(bench.actor, first.id)).toMatchObject({ state: "approving", isStopped: true });
    expect((await approve(first.id)).state).toBe("approved");
    const reason = "The category is closed.";
    await declineRequest(bench.actor, { requestId: second.id, reason });
    expect(await readRequest(bench.actor, second.id)).toMatchObject({ state: "declined", reason });
  });

  it("find a user again by its name who was made without the GAID", async () => {
    const { id, gaid } = await arrive(bench);
    const name = `${PERSON.name} (#${id.slice(0, 8)})`;
    await bench.amp.post("/registered_users/add", {
      name,
      is_company: false,
      GAID: await newGaid(bench.sandbox),
    });
    const before = await countUsers();
    expect((await approve(id)).state).toBe("approved");
    await expectOneUser(gaid, before, 0);
  });
});
