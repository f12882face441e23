import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AssignmentJobView } from "@/lib/domain/assignment-jobs";
import { assignmentBatchesText } from "@/lib/messages/assignment-batches";
import { pool } from "@/server/db/client";
import { assignmentsChanged } from "@/server/mirror/assignments";
import { callRounds, runDueUserJobs } from "@/server/register/runner";
import { approve, forgetOperations, readyAsset } from "@/server/treasury/testing";
import { setAssignmentLock } from "./assignment-changes";
import { editAssignment } from "./assignment-edits";
import { openAssignmentJobs } from "./assignment-jobs";
import { listAssignments } from "./assignments";
import { deleting } from "./testing-batches";
import { entriesOf, jobsBench, MANY } from "./testing-selections";
import { listWork } from "./unfinished-work";

const { bench, asset, filledAsset, goOnWith, atAmp, start, choose, view, work, asked } = jobsBench();

describe("a change of assignments that are chosen", () => {
  const ids = async () => (await atAmp()).map(({ id }) => id);
  const shown = async () => {
    const page = await listAssignments(bench.actor, asset.uuid, { limit: 100, filters: {}, sort: "id" });
    return page.rows.map(({ id, state }) => [id, state]);
  };
  const states = ({ rows }: AssignmentJobView) => rows.rows.map(({ state }) => state);

  beforeEach(async () => {
    goOnWith(await readyAsset(bench, [1, 2, 3]));
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
    const small = { ...asset };
    const smallId = await choose("lock", await ids());
    goOnWith(await filledAsset());
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
    goOnWith(small);
    expect((await view(smallId)).state).toBe("done");
  });
});
