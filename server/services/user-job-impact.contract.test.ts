import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { turnClock } from "@/server/platform/clock";
import { runDueUserJobs } from "@/server/register/runner";
import { signInManager } from "@/server/requests/testing";
import { addUser, assign, distribute, issue, mine } from "@/server/sandbox/amp/testing";
import { type Bench, openBench } from "@/server/treasury/testing";
import { startBulk } from "./user-bulk";
import { checkImport } from "./user-import";
import { readApplyImpact, readUndoImpact } from "./user-job-impact";
import { decideUserJob, readUserJob } from "./user-jobs";

let bench: Bench;
let userId: number;
let category: number;
let assetUuid: string;

/** An asset that requires a category, and somebody outside of it who holds the asset and waits for more. */
beforeAll(async () => {
  bench = await openBench();
  const { amp, sandbox } = bench;
  assetUuid = (await issue(sandbox, amp)).asset_uuid;
  await mine(sandbox, 3);
  await amp.get(`/assets/${assetUuid}/register-authorized`);
  userId = (await addUser(sandbox, amp, "Alice")).id;
  await assign(amp, assetUuid, userId, 500);
  await distribute(sandbox, amp, assetUuid);
  await assign(amp, assetUuid, userId, 100);
  category = (await amp.post("/categories/add", { name: "Resident" })).body.id;
  await amp.put(`/categories/${category}/assets/${assetUuid}/add`);
}, 30_000);
afterAll(() => bench?.close());
afterEach(() => turnClock(0));

const nobody = { count: 0, names: [] };
const categoriesOf = async (id: number) => (await bench.amp.get(`/registered_users/${id}`)).body.categories;

async function work(jobId: string) {
  for (let round = 0; round < 30; round++) {
    await runDueUserJobs();
    const job = await readUserJob(bench.actor, jobId, { limit: 100, filters: {} });
    if (["ready", "done"].includes(job.state)) return job;
    turnClock(round * 6_000);
  }
  throw new Error("The job came to no end.");
}

async function importOf(lines: string[]): Promise<string> {
  const text = ["name,gaid,company,categories,id", ...lines].join("\r\n");
  const { jobId } = await checkImport(bench.actor, { intentId: randomUUID(), text, fileName: "people.csv" });
  await work(jobId);
  return jobId;
}

async function joinAlice(): Promise<string> {
  const change = { ids: [userId], categoryId: category, isMember: true };
  const { jobId } = await startBulk(bench.actor, { ...change, intentId: randomUUID(), changing: 1 });
  await work(jobId);
  return jobId;
}

describe("before an import is applied", () => {
  it("says who becomes eligible, those it makes among them, and which assignments no longer wait", async () => {
    const jobId = await importOf([`,,,Resident,${userId}`, "Bob,,,Resident,", "Carol,,,,"]);
    expect(await readApplyImpact(bench.actor, jobId)).toMatchObject({
      ...{ changes: 2, users: 2 },
      assets: [
        {
          ...{ assetUuid, losing: nobody, gaining: { count: 2, names: ["Bob", "Alice"] } },
          ...{ holdersLosing: 0, assignmentsWaiting: 0, assignmentsFreed: 1, inDistribution: 0 },
        },
      ],
    });
    expect(await categoriesOf(userId)).toEqual([]);
  });
});

describe("before a bulk change is taken back", () => {
  it("says who is no longer eligible, holds the asset or waits for it, and changes nothing", async () => {
    const jobId = await joinAlice();
    expect(await readUndoImpact(bench.actor, jobId)).toMatchObject({
      ...{ changes: 1, users: 1 },
      assets: [
        {
          ...{ assetUuid, losing: { count: 1, names: ["Alice"] }, gaining: nobody },
          ...{ holdersLosing: 1, assignmentsWaiting: 1, assignmentsFreed: 0, inDistribution: 0 },
        },
      ],
    });
    expect(await categoriesOf(userId)).toEqual([category]);
  });

  it("counts users whom it made out of every category they are in by now", async () => {
    const jobId = await importOf(["Newly made,,,,"]);
    await decideUserJob(bench.actor, { jobId, decision: "apply" });
    const made = (await work(jobId)).rows.rows[0]?.userId;
    expect((await readUndoImpact(bench.actor, jobId)).changes).toBe(0);
    await bench.amp.put(`/categories/${category}/registered_users/${made}/add`);
    expect(await readUndoImpact(bench.actor, jobId)).toMatchObject({
      changes: 1,
      assets: [{ assetUuid, losing: { count: 1, names: ["Newly made"] }, holdersLosing: 0 }],
    });
  });

  it("is told of one's own bulk changes alone", async () => {
    const jobId = await importOf(["Not to be told,,,,"]);
    const manager = await signInManager();
    for (const read of [readUndoImpact, readApplyImpact]) {
      await expect(read(manager, jobId)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(read(bench.actor, randomUUID())).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });
});
