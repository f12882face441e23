import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import type { MassChange, SelectionChange } from "@/lib/domain/assignment";
import type { AssignmentJobView } from "@/lib/domain/assignment-jobs";
import { assignmentBatchesText } from "@/lib/messages/assignment-batches";
import { worksText } from "@/lib/messages/works";
import { pool } from "@/server/db/client";
import { dieAt, liveOn, makeMortal } from "@/server/db/testing-deaths";
import { assignmentsChanged, assignmentsPage } from "@/server/mirror/assignments";
import { turnClock } from "@/server/platform/clock";
import { callRounds, runDueUserJobs } from "@/server/register/runner";
import { signInManager } from "@/server/requests/testing";
import { withOperationLock } from "@/server/treasury/lock";
import {
  approve,
  assign,
  type Bench,
  forgetOperations,
  openBench,
  type ReadyAsset,
  readyAsset,
} from "@/server/treasury/testing";
import { setAssignmentLock } from "./assignment-changes";
import { editAssignment } from "./assignment-edits";
import {
  decideAssignmentJob,
  listAssignmentJobRows,
  openAssignmentJobs,
  readAssignmentJob,
  startAssignmentJob,
} from "./assignment-jobs";
import { countMatching } from "./assignments-matching";
import { exportList } from "./exports";
import { listWork } from "./unfinished-work";
import { listUserJobs, readUserJob } from "./user-jobs";

let bench: Bench;
let asset: ReadyAsset;
const MANY = 40;

beforeAll(async () => {
  bench = await openBench();
  await makeMortal("user_job_rows");
}, 30_000);
afterAll(() => bench?.close());

async function filledAsset(): Promise<ReadyAsset> {
  const filled = await readyAsset(bench, [100, 200]);
  const [holder] = filled.holders;
  for (let made = 2; made < MANY; made++) await assign(bench.amp, filled.uuid, holder?.id ?? 0, 7);
  await assignmentsChanged(bench.actor, filled.uuid);
  return filled;
}
afterEach(async () => {
  bench.proxy.heal();
  turnClock(0);
  await liveOn();
});

interface AtAmp {
  id: number;
  ready_for_distribution: boolean;
}
const atAmp = async (): Promise<AtAmp[]> => (await bench.amp.get(`/assets/${asset.uuid}/assignments`)).body;
const readyAtAmp = async () => (await atAmp()).filter((one) => one.ready_for_distribution).length;

const query = { filters: {} };
const count = (change: MassChange, actor = bench.actor) => countMatching(actor, asset.uuid, query, change);
async function approved(change: MassChange, actor = bench.actor) {
  const { digest } = await count(change, actor);
  return { intentId: randomUUID(), assetUuid: asset.uuid, meant: { change, query, digest } };
}
const start = async (change: MassChange, actor = bench.actor) =>
  (await startAssignmentJob(actor, await approved(change, actor))).jobId;
const choose = async (change: SelectionChange, ids: number[], actor = bench.actor) => {
  const meant = { change, ids };
  return (await startAssignmentJob(actor, { intentId: randomUUID(), assetUuid: asset.uuid, meant })).jobId;
};
const view = (jobId: string, actor = bench.actor): Promise<AssignmentJobView> =>
  readAssignmentJob(actor, asset.uuid, jobId, { limit: 100, filters: {} });
const decide = (
  jobId: string,
  decision: Parameters<typeof decideAssignmentJob>[1]["decision"],
  actor = bench.actor,
) => decideAssignmentJob(actor, { assetUuid: asset.uuid, jobId, decision });

/** Lets the worker work until it waits, ends or needs a person; no page is open. */
async function work(jobId: string, actor = bench.actor): Promise<AssignmentJobView> {
  for (let round = 0; round < 30; round++) {
    await runDueUserJobs();
    const job = await view(jobId, actor);
    if (["paused", "done", "cancelled"].includes(job.state)) {
      // A list that is read in the future would be newer than what is changed afterwards.
      turnClock(0);
      return job;
    }
    turnClock((round + 1) * 6_000);
  }
  return view(jobId, actor);
}

/** What AMP was asked since, as "lock 17". */
function asked(since: number): string[] {
  return bench.proxy.seen.slice(since).flatMap(({ method, path }) => {
    const [, id, verb = "look"] = /\/assignments\/(\d+)(?:\/(lock|unlock))?$/.exec(path) ?? [];
    return id === undefined || (method === "GET") !== (verb === "look") ? [] : [`${verb} ${id}`];
  });
}
const locks = (calls: string[]) => calls.filter((call) => call.startsWith("lock"));

interface Entry {
  action: string;
  outcome: string;
  person_name: string;
}
const entriesOf = async (jobId: string): Promise<Entry[]> =>
  (
    await pool().query(
      "select action, outcome, person_name from audit_entries where detail ->> 'job' = $1 order by id",
      [jobId],
    )
  ).rows;

describe("a change of all assignments that match", () => {
  beforeAll(async () => {
    asset = await filledAsset();
  }, 60_000);

  it("is carried out by the worker without a page, each one asked for once, and found again meanwhile", async () => {
    const input = await approved("lock");
    const { jobId } = await startAssignmentJob(bench.actor, input);
    expect(await startAssignmentJob(bench.actor, input)).toEqual({ jobId });
    expect(await readyAtAmp()).toBe(MANY);
    expect(await openAssignmentJobs(bench.actor, asset.uuid)).toMatchObject([
      { id: jobId, state: "running", counts: { queued: MANY } },
    ]);
    expect(await listWork(bench.actor, null)).toMatchObject([
      { id: jobId, tone: "info", href: `/assets/${asset.uuid}/assignments/jobs/${jobId}` },
    ]);
    const since = bench.proxy.seen.length;
    expect(await work(jobId)).toMatchObject({ state: "done", counts: { done: MANY }, problem: null });
    expect(await readyAtAmp()).toBe(0);
    const calls = asked(since);
    expect(calls).toEqual(locks(calls));
    expect(new Set(calls).size).toBe(MANY);
    expect(calls).toHaveLength(MANY);
    // The list shows it, and the work is over.
    expect(await count("lock")).toMatchObject({ count: 0, leftOut: MANY });
    expect(await openAssignmentJobs(bench.actor, asset.uuid)).toEqual([]);
    const entries = await entriesOf(jobId);
    expect(entries.map(({ action }) => action)).toEqual([
      "assignment.job-lock",
      ...Array.from({ length: MANY }, () => "assignment.locked"),
      "assignment.job-finished",
    ]);
    expect(new Set(entries.map((entry) => entry.person_name))).toEqual(new Set([bench.actor.personName]));
    const ids = (await atAmp()).map(({ id }) => id);
    const filters = { job: jobId, state: "done" };
    const { rows } = await listAssignmentJobRows(bench.actor, asset.uuid, { limit: 100, filters });
    expect(rows.map(({ assignmentId }) => assignmentId)).toEqual(ids);
    const file = await exportList(bench.actor, "assignment-job", {
      ...{ format: "csv", of: asset.uuid },
      ...filters,
    });
    let csv = "";
    for await (const chunk of file.chunks) csv += chunk;
    for (const id of ids) expect(csv).toMatch(new RegExp(`^\\d+,${id},`, "m"));
  });

  it("is on none of the pages of users' bulk changes", async () => {
    const jobId = await start("unlock");
    expect((await listUserJobs(bench.actor, { limit: 100, filters: {} })).rows).toEqual([]);
    const page = { limit: 10, filters: {} };
    await expect(readUserJob(bench.actor, jobId, page)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await work(jobId);
    expect(await readyAtAmp()).toBe(MANY);
  });

  it("is carried on by the next worker when one was killed, and looks before it asks again", async () => {
    const jobId = await start("lock");
    const since = bench.proxy.seen.length;
    await dieAt(15);
    await runDueUserJobs();
    await liveOn();
    const left = (await view(jobId)).rows.rows.filter(({ state }) => state === "running");
    expect(left.length).toBeGreaterThan(0);
    expect((await view(jobId)).state).toBe("running");
    turnClock(6_000);
    expect(await work(jobId)).toMatchObject({ state: "done", counts: { done: MANY } });
    const calls = asked(since);
    expect(calls).toHaveLength(MANY + left.length);
    expect(new Set(locks(calls)).size).toBe(locks(calls).length);
    expect(await readyAtAmp()).toBe(0);
  });

  it("looks for a lost answer, and asks again only for what did not arrive", async () => {
    const jobId = await start("unlock");
    const unlocking = ({ path }: { path: string }) => path.endsWith("/unlock");
    bench.proxy.fail(unlocking, "cut-after", 1);
    const since = bench.proxy.seen.length;
    await runDueUserJobs();
    expect((await view(jobId)).counts.unknown).toBe(1);
    expect(await work(jobId)).toMatchObject({ state: "done", counts: { done: MANY } });
    const calls = asked(since);
    expect(calls.filter((call) => call.startsWith("unlock"))).toHaveLength(MANY);
    expect(calls.filter((call) => call.startsWith("look"))).toHaveLength(1);

    const again = await start("lock");
    bench.proxy.fail(({ path }) => path.endsWith("/lock"), "cut-before", 1);
    expect(await work(again)).toMatchObject({ state: "done", counts: { done: MANY } });
    expect(await readyAtAmp()).toBe(0);
    const outcomes = (await entriesOf(again)).map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === "unknown")).toHaveLength(1);
  });

  it("is refused while another one is not over, and when others match than were counted", async () => {
    const [first] = await atAmp();
    const old = await approved("unlock");
    await setAssignmentLock(bench.actor, {
      assetUuid: asset.uuid,
      assignmentId: first?.id ?? 0,
      isLocked: false,
    });
    await expect(startAssignmentJob(bench.actor, old)).rejects.toMatchObject({ code: "CONFLICT" });
    const both = await Promise.allSettled([start("unlock"), start("unlock"), start("lock")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
    const [open] = await openAssignmentJobs(bench.actor, asset.uuid);
    await decide(open?.id ?? "", "pause");
    await expect(start("unlock")).rejects.toMatchObject({ code: "CONFLICT" });
    await decide(open?.id ?? "", "cancel");
    expect(await work(open?.id ?? "")).toMatchObject({ state: "cancelled", counts: { done: 0 } });
    const restored = await start("unlock");
    await work(restored);
  });

  it("stops where a person says so: what is done stays, the rest is not asked for", async () => {
    const jobId = await start("lock");
    await dieAt(12);
    await runDueUserJobs();
    await liveOn();
    await decide(jobId, "cancel");
    turnClock(6_000);
    const { state, counts } = await work(jobId);
    expect([state, counts.done + counts.skipped]).toEqual(["cancelled", MANY]);
    expect(counts.done).toBeGreaterThan(0);
    expect(await readyAtAmp()).toBe(counts.skipped);
    await work(await start("unlock"));
  });

  it("says with the row what AMP refused, and goes on", async () => {
    const jobId = await start("lock");
    const [gone] = await atAmp();
    await bench.amp.delete(`/assets/${asset.uuid}/assignments/${gone?.id}/delete`);
    const job = await work(jobId);
    expect(job).toMatchObject({ state: "done", counts: { done: MANY - 1, failed: 1 } });
    expect(job.rows.rows.find(({ state }) => state === "failed")).toMatchObject({ assignmentId: gone?.id });
    expect(await listWork(bench.actor, null)).toMatchObject([{ id: jobId, tone: "waiting" }]);
  });
});

describe("of those that are chosen", () => {
  const deleting = ({ method, path }: { method: string; path: string }) =>
    method === "DELETE" && path.endsWith("/delete");
  const ids = async () => (await atAmp()).map(({ id }) => id);
  const shown = async () => {
    const page = await assignmentsPage(bench.actor, asset.uuid, { limit: 100, filters: {}, sort: "id" });
    return page.rows.map(({ id, state }) => [id, state]);
  };
  const states = ({ rows }: AssignmentJobView) => rows.rows.map(({ state }) => state);

  beforeEach(async () => {
    asset = await readyAsset(bench, [1, 2, 3]);
    await assignmentsChanged(bench.actor, asset.uuid);
  }, 60_000);
  afterEach(forgetOperations);

  it("is carried out in one round, and is on the list before it is called done", async () => {
    // A copy that pages do not read again by themselves.
    await shown();
    await pool().query("update mirror_copies set row_count = 100000 where kind = 'assignments'");
    const [first = 0, second = 0, third = 0] = await ids();
    const held = await choose("lock", [first, third]);
    await runDueUserJobs();
    expect((await view(held)).state).toBe("done");
    expect(await shown()).toEqual([
      [first, "locked"],
      [second, "ready"],
      [third, "locked"],
    ]);
    const gone = await choose("delete", [first]);
    await runDueUserJobs();
    expect(await view(gone)).toMatchObject({
      state: "done",
      about: { change: "delete" },
      counts: { done: 1 },
    });
    expect(await ids()).toEqual([second, third]);
    expect((await shown()).map(([id]) => id)).toEqual([second, third]);
    expect((await entriesOf(gone)).map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      "assignment.job-delete ok",
      "assignment.deleted ok",
      "assignment.job-finished ok",
    ]);
  });

  it("is refused for what is gone or has nothing to change, and nothing is sent", async () => {
    const [first = 0, second = 0] = await ids();
    await setAssignmentLock(bench.actor, { assetUuid: asset.uuid, assignmentId: first, isLocked: true });
    const since = bench.proxy.seen.length;
    await expect(choose("lock", [first, second])).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(choose("delete", [second, 999_999])).rejects.toMatchObject({ code: "CONFLICT" });
    expect(asked(since)).toEqual([]);
    expect(await openAssignmentJobs(bench.actor, asset.uuid)).toEqual([]);
  });

  it.each(["cut-after", "cut-before"] as const)(
    "looks again after a delete without an answer: %s",
    async (fault) => {
      const [first = 0, second = 0, third = 0] = await ids();
      const jobId = await choose("delete", [first, second]);
      bench.proxy.fail(deleting, fault, 1);
      const since = bench.proxy.seen.length;
      await runDueUserJobs();
      expect((await view(jobId)).counts.unknown).toBe(1);
      expect(await work(jobId)).toMatchObject({ state: "done", counts: { done: 2 } });
      const looks = bench.proxy.seen
        .slice(since)
        .filter(({ method, path }) => method === "GET" && /\/\d+$/.test(path));
      expect(looks.length).toBeGreaterThan(0);
      expect(bench.proxy.seen.slice(since).filter(deleting)).toHaveLength(fault === "cut-before" ? 3 : 2);
      expect(await ids()).toEqual([third]);
    },
  );

  it("keeps its hands off what a distribution was approved with, and calls none refused that may still go", async () => {
    const [first = 0, second = 0] = await ids();
    await approve(bench.actor, asset.uuid);
    const refused = await work(await choose("delete", [first]));
    expect(refused).toMatchObject({ state: "done", counts: { failed: 1 } });
    expect(refused.rows.rows[0]?.problem).toBe(assignmentBatchesText.approvedMeanwhile);
    const told = async () => (await listWork(bench.actor, null)).map(({ id }) => id);
    // The dialog has said why; what is not known stays to be looked at.
    expect(await told()).not.toContain(refused.id);
    await forgetOperations();

    const jobId = await choose("delete", [second]);
    bench.proxy.fail(deleting, "cut-before", 1, async () => void (await approve(bench.actor, asset.uuid)));
    expect(states(await work(jobId))).toEqual(["unknown"]);
    expect(await told()).toContain(jobId);
    expect(await ids()).toContain(second);
  }, 30_000);

  it("leaves alone what is being changed: it would be made anew", async () => {
    const [first = 0, second = 0] = await ids();
    const edit = { assetUuid: asset.uuid, assignmentId: first, intentId: randomUUID(), amount: "9" };
    bench.proxy.fail(deleting, "bad-gateway", 1);
    await editAssignment(bench.actor, { ...edit, isReady: true, wasReady: true, vestsAt: null });
    const job = await work(await choose("delete", [first, second]));
    expect(states(job)).toEqual(["failed", "done"]);
    expect(job.rows.rows[0]?.problem).toBe(assignmentBatchesText.changeBegun);
  });

  it("waits for no large one: that one's round ends when the bell rings", async () => {
    const small = asset;
    const smallId = await choose("lock", await ids());
    asset = await filledAsset();
    const largeId = await start("lock");
    await pool().query("update user_jobs set next_run_at = next_run_at - interval '1 minute' where id = $1", [
      largeId,
    ]);
    const locking = ({ path }: { path: string }) => path.endsWith("/lock");
    bench.proxy.fail(locking, "cut-after", 1, callRounds);
    await runDueUserJobs();
    const { queued, done } = (await view(largeId)).counts;
    expect([queued > 0, queued + done < MANY]).toEqual([true, true]);
    await runDueUserJobs();
    asset = small;
    expect((await view(smallId)).state).toBe("done");
  });
});

describe("while a distribution is under way", () => {
  let operationId: string;
  beforeAll(async () => {
    asset = await readyAsset(bench, [100, 200]);
    operationId = await approve(bench.actor, asset.uuid);
  }, 60_000);
  afterAll(forgetOperations);

  it("waits for its step to end: no row fails, one is tried at a time, and the log tells of what was done alone", async () => {
    const since = bench.proxy.seen.length;
    const jobId = await start("lock");
    await withOperationLock(operationId, async () => void (await runDueUserJobs()));
    expect(asked(since)).toEqual([]);
    const { state, problem, counts } = await view(jobId);
    expect([state, problem, counts.failed, counts.running]).toEqual([
      "running",
      worksText.waitsForStep,
      0,
      1,
    ]);
    expect(await work(jobId)).toMatchObject({ state: "done", counts: { done: 2 }, problem: null });
    expect((await entriesOf(jobId)).map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      "assignment.job-lock ok",
      "assignment.locked ok",
      "assignment.locked ok",
      "assignment.job-finished ok",
    ]);
    expect(await readyAtAmp()).toBe(0);
  }, 30_000);
});

describe("of a manager", () => {
  let manager: Actor;
  let managerId: number;
  const grant = (verb: "add" | "remove") =>
    bench.amp.put(`/managers/${managerId}/assets/${asset.uuid}/${verb}`);

  beforeAll(async () => {
    asset = await filledAsset();
    manager = await signInManager();
    const managers: { id: number; username: string }[] = (await bench.amp.get("/managers")).body;
    managerId = managers.find(({ username }) => username === "manager")?.id ?? 0;
  }, 60_000);

  /** As the next request makes it: what is granted is asked once for each. */
  const asNow = (): Actor => ({ ...manager });

  it("is refused without the asset, and stops when the asset is granted no more", async () => {
    await expect(count("lock", asNow())).rejects.toMatchObject({ code: "NOT_FOUND" });
    const input = await approved("lock");
    await expect(startAssignmentJob(asNow(), input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await grant("add");
    const jobId = await start("lock", asNow());
    // The issuer's own jobs and a manager's know nothing of each other.
    await expect(view(jobId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await grant("remove");
    const since = bench.proxy.seen.length;
    await runDueUserJobs();
    expect(asked(since)).toEqual([]);
    await expect(view(jobId, asNow())).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(decide(jobId, "continue", asNow())).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await readyAtAmp()).toBe(MANY);
    await grant("add");
    expect(await view(jobId, asNow())).toMatchObject({ state: "paused", counts: { queued: MANY } });
    await decide(jobId, "continue", asNow());
    expect(await work(jobId, asNow())).toMatchObject({ state: "done", counts: { done: MANY } });
    const people = (await entriesOf(jobId)).map((entry) => entry.person_name);
    expect(new Set(people)).toEqual(new Set([manager.personName]));
  });

  it("stops in the middle of a round too, and no row is called failed for it", async () => {
    await grant("add");
    const jobId = await start("unlock", asNow());
    const unlocking = ({ path }: { path: string }) => path.endsWith("/unlock");
    bench.proxy.fail(unlocking, "cut-after", 1, async () => void (await grant("remove")));
    await runDueUserJobs();
    turnClock(6_000);
    await runDueUserJobs();
    await grant("add");
    const { state, counts } = await view(jobId, asNow());
    expect(state).toBe("paused");
    expect([counts.failed, counts.unknown]).toEqual([0, 1]);
    expect(counts.queued).toBeGreaterThan(0);
    await decide(jobId, "continue", asNow());
    expect(await work(jobId, asNow())).toMatchObject({ state: "done", counts: { done: MANY } });
    expect(await readyAtAmp()).toBe(MANY);
  });

  it("is ended without another look when the asset is granted no more", async () => {
    await grant("add");
    const jobId = await start("lock", asNow());
    await dieAt(12);
    await runDueUserJobs();
    await liveOn();
    await decide(jobId, "cancel", asNow());
    await grant("remove");
    turnClock(6_000);
    const since = bench.proxy.seen.length;
    await runDueUserJobs();
    expect(asked(since)).toEqual([]);
    await grant("add");
    const { state, counts } = await view(jobId, asNow());
    expect(state).toBe("cancelled");
    expect([counts.running, counts.queued]).toEqual([0, 0]);
    expect(counts.unknown).toBeGreaterThan(0);
  });
});
