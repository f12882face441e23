import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { pool } from "@/server/db/client";
import { dieAt, liveOn } from "@/server/db/testing-deaths";
import { turnClock } from "@/server/platform/clock";
import { newGaid } from "@/server/sandbox/amp/testing";
import { checkImport } from "@/server/services/user-import";
import { downloadRefused } from "@/server/services/user-job-files";
import { decideUserJob, readUserJob, undoUserJob } from "@/server/services/user-jobs";
import { forgetCells } from "./cells-store";
import { forgetImportedCells } from "./forget";
import { runDueUserJobs } from "./runner";
import { mortalBench } from "./testing-mortal";

const DAY_MS = 86_400_000;

const bench = mortalBench("user_job_rows");

const view = (jobId: string) => readUserJob(bench.actor, jobId, { limit: 10, filters: {} });

async function work(jobId: string) {
  for (let round = 0; round < 5; round++) await runDueUserJobs();
  return view(jobId);
}

/** One row that can be applied, in line 2, and one that cannot. */
async function importOf(name: string) {
  const text = `name,company\n${name},\n${name} refused,perhaps`;
  const { jobId } = await checkImport(bench.actor, { intentId: randomUUID(), text, fileName: null });
  return work(jobId);
}

async function applied(name: string) {
  const { id } = await importOf(name);
  await decideUserJob(bench.actor, { jobId: id, decision: "apply" });
  return work(id);
}

/** The lines of the file whose cells are kept. */
async function cellsOf(jobId: string): Promise<number[]> {
  const kept = "select number from user_job_rows where job_id = $1 and cells is not null order by number";
  return (await pool().query(kept, [jobId])).rows.map(({ number }) => number);
}

/** The worker's look so many days from now. */
async function forgetAt(days: number) {
  turnClock(days * DAY_MS);
  await forgetImportedCells();
  turnClock(0);
}

it("forgets at once what possible rows had in the file, and of the others a month after the import's end", async () => {
  const gaid = await newGaid(bench.sandbox);
  const text = `name,gaid\nIs asked about,${gaid}`;
  const { jobId: asked } = await checkImport(bench.actor, { intentId: randomUUID(), text, fileName: null });
  expect(await cellsOf(asked)).toEqual([2]);
  // It is not refused: there is nothing to download.
  expect(await view(asked)).toMatchObject({ hasRefusedFile: false });
  await work(asked);
  expect(await cellsOf(asked)).toEqual([]);

  const job = await applied("Ends");
  expect(job).toMatchObject({ state: "done", hasRefusedFile: true });
  await forgetAt(29);
  const chunks = [];
  for await (const chunk of (await downloadRefused(bench.actor, job.id)).chunks) chunks.push(chunk);
  expect(chunks.join("")).toContain("Ends refused,,perhaps,");
  await forgetAt(31);
  expect(await cellsOf(job.id)).toEqual([]);
  expect(await view(job.id)).toMatchObject({ hasRefusedFile: false, counts: { refused: 1 } });
  // It can still be taken back.
  const { jobId } = await undoUserJob(bench.actor, { jobId: job.id, created: "delete" });
  expect(await work(jobId)).toMatchObject({ state: "done", counts: { done: 1 } });
});

it("forgets it of an import that was undone, and of one that nobody applied for a month", async () => {
  const undone = await applied("Comes and goes");
  const waiting = await importOf("Waits");
  const { jobId } = await undoUserJob(bench.actor, { jobId: undone.id, created: "delete" });
  await forgetAt(1);
  expect([await cellsOf(undone.id), await cellsOf(waiting.id)]).toEqual([[3], [3]]);
  await work(jobId);
  await forgetAt(2);
  expect([await cellsOf(undone.id), await cellsOf(waiting.id)]).toEqual([[], [3]]);
  await forgetAt(31);
  expect(await cellsOf(waiting.id)).toEqual([]);
});

it("forgets a portion at a time until nothing is left, and what failed in the middle an hour later", async () => {
  const text = `name,company\n${["One", "Two", "Three"].map((name) => `${name},perhaps`).join("\n")}`;
  const { jobId } = await checkImport(bench.actor, { intentId: randomUUID(), text, fileName: null });
  await work(jobId);
  await decideUserJob(bench.actor, { jobId, decision: "cancel" });
  await work(jobId);
  expect(await cellsOf(jobId)).toEqual([2, 3, 4]);
  await dieAt(1);
  await expect(forgetAt(40)).rejects.toThrow();
  await liveOn();
  await forgetAt(40);
  expect(await cellsOf(jobId)).toHaveLength(3);
  const later = new Date(Date.now() + DAY_MS);
  await dieAt(3);
  await expect(forgetCells(later, 1)).rejects.toThrow();
  await liveOn();
  expect(await cellsOf(jobId)).toHaveLength(1);
  await forgetAt(40.1);
  expect(await cellsOf(jobId)).toEqual([]);
});
