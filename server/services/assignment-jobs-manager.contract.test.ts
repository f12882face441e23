import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { assignmentSelectionText } from "@/lib/messages/assignment-selection";
import { transaction } from "@/server/db/client";
import { dieAt, liveOn } from "@/server/db/testing-deaths";
import { turnClock } from "@/server/platform/clock";
import { isChangedElsewhere } from "@/server/register/asset-jobs-store";
import { runDueUserJobs } from "@/server/register/runner";
import { signInManager } from "@/server/requests/testing";
import { markTokenInvalid, readToken } from "@/server/vault/store";
import { startAssignmentJob } from "./assignment-jobs";
import { entriesOf, jobsBench, MANY } from "./testing-selections";

const { bench, asset, filledAsset, goOnWith, readyAtAmp, count, approved, start, view, decide, work, asked } =
  jobsBench();

describe("a manager's change of assignments", () => {
  let manager: Actor;
  let managerId: number;
  const grant = (verb: "add" | "remove") =>
    bench.amp.put(`/managers/${managerId}/assets/${asset.uuid}/${verb}`);

  beforeAll(async () => {
    goOnWith(await filledAsset());
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

  it("waits for the issuer's as long as that is carried out, and the other way round", async () => {
    await grant("add");
    const own = await start("unlock");
    const elsewhere = { code: "CONFLICT", message: assignmentSelectionText.oneElsewhere };
    await expect(start("unlock", asNow())).rejects.toMatchObject(elsewhere);
    await decide(own, "pause");
    const jobId = await start("unlock", asNow());
    await expect(decide(own, "continue")).rejects.toMatchObject(elsewhere);
    await decide(jobId, "cancel", asNow());
    await work(jobId, asNow());
    await decide(own, "continue");
    expect(await work(own)).toMatchObject({ state: "done", counts: { done: MANY } });
    expect(await work(await start("lock"))).toMatchObject({ state: "done", counts: { done: MANY } });
  });

  it("goes on for one alone of two who continue at the same moment", async () => {
    await grant("add");
    const own = await start("unlock");
    await decide(own, "pause");
    const others = await start("unlock", asNow());
    await decide(others, "pause", asNow());
    const both = await Promise.allSettled([decide(own, "continue"), decide(others, "continue", asNow())]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "CONFLICT", message: assignmentSelectionText.oneElsewhere },
    });
    await decide(own, "cancel");
    await decide(others, "cancel", asNow());
    await work(own);
    await work(others, asNow());
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

  it("is ended without a sign-in that may never come, and holds up no other change", async () => {
    await grant("add");
    const jobId = await start("unlock", asNow());
    await decide(jobId, "cancel", asNow());
    const { workspaceId } = manager;
    await transaction(async (tx) => markTokenInvalid(tx, workspaceId, (await readToken(workspaceId)) ?? ""));
    turnClock(12_000);
    await runDueUserJobs();
    expect(await transaction((tx) => isChangedElsewhere(tx, bench.actor.workspaceId, asset.uuid))).toBe(
      false,
    );
  });
});
