import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { dieAt, liveOn } from "@/server/db/testing-deaths";
import { turnClock } from "@/server/platform/clock";
import { type Fault, isFullRun, type ProxiedRequest } from "@/server/platform/testing";
import { newGaid } from "@/server/sandbox/amp/testing";
import { declineRequest } from "@/server/services/request-decisions";
import { readRequest } from "@/server/services/requests";
import { runDueApprovals } from "./approval";
import { addCategory, approveSeen, arrive, PERSON } from "./testing";
import { type ApprovalBench, openApprovalBench } from "./testing-approval";

let bench: ApprovalBench;
let categoryIds: number[];

beforeAll(async () => {
  bench = await openApprovalBench();
  ({ categoryIds } = bench);
}, 30_000);
afterAll(() => bench?.close());
afterEach(() => bench.restore());

describe("killed between AMP's effect and our record", () => {
  const SCENES = {
    "a new person": () => arrive(bench),
    "a person who comes back": () => bench.returningPerson(),
  };

  it.each(Object.entries(SCENES))(
    "%s becomes one user at every write",
    async (name, scene) => {
      const made = name === "a new person" ? 1 : 0;
      const chosen = categoryIds.slice(0, 1);
      let deaths = 0;
      for (let write = 1; ; write += 1) {
        const { id, gaid } = await scene();
        const before = await bench.countUsers();
        await dieAt(write);
        const died = await bench.approve(id, bench.actor, chosen).then(
          () => false,
          () => true,
        );
        await liveOn();
        if (!died) break;
        deaths += 1;
        // Every other time the worker finds it by itself; a death before the beginning leaves it to a person.
        if (write % 2 === 0) await runDueApprovals();
        else await bench.approve(id, bench.actor, chosen);
        expect([write, await bench.stateOf(id)]).toEqual([write, "approved"]);
        await bench.expectOneUser(gaid, before, made, chosen);
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
    const { id, gaid } = isNew ? await arrive(bench) : await bench.returningPerson();
    const before = await bench.countUsers();
    bench.proxy.fail(call, fault, 1);
    const { state, problem } = await bench.approve(id);
    expect([state, problem]).toEqual(["approving", expect.any(String)]);
    await runDueApprovals();
    expect(await bench.stateOf(id)).toBe("approving");
    turnClock(6_000);
    await runDueApprovals();
    expect(await bench.stateOf(id)).toBe("approved");
    await bench.expectOneUser(gaid, before, isNew ? 1 : 0);
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
    expect((await bench.approve(first.id)).state).toBe("approved");
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
    const before = await bench.countUsers();
    expect((await bench.approve(id)).state).toBe("approved");
    await bench.expectOneUser(gaid, before, 0);
  });
});
