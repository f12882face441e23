import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { worksText } from "@/lib/messages/works";
import { dieAt, liveOn } from "@/server/db/testing-deaths";
import { turnClock } from "@/server/platform/clock";
import { runDueUserJobs } from "@/server/register/runner";
import { withOperationLock } from "@/server/treasury/lock";
import { approve, forgetOperations, readyAsset } from "@/server/treasury/testing";
import { setAssignmentLock } from "./assignment-changes";
import { listAssignmentJobRows, openAssignmentJobs, startAssignmentJob } from "./assignment-jobs";
import { exportList } from "./exports";
import { entriesOf, jobsBench, locks, MANY } from "./testing-selections";
import { listWork } from "./unfinished-work";
import { listUserJobs, readUserJob } from "./user-jobs";

const {
  bench,
  asset,
  filledAsset,
  goOnWith,
  atAmp,
  readyAtAmp,
  count,
  approved,
  start,
  view,
  decide,
  work,
  asked,
} = jobsBench();

describe("a change of all assignments that match", () => {
  beforeAll(async () => {
    goOnWith(await filledAsset());
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

describe("while a distribution is under way", () => {
  let operationId: string;
  beforeAll(async () => {
    goOnWith(await readyAsset(bench, [100, 200]));
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
