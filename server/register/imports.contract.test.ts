import { randomUUID } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { userImportText as germanImport } from "@/lib/messages/de/user-import";
import { pool } from "@/server/db/client";
import { dieAt, liveOn } from "@/server/db/testing-deaths";
import { turnClock } from "@/server/platform/clock";
import { addUser, newGaid } from "@/server/sandbox/amp/testing";
import { checkImport } from "@/server/services/user-import";
import { downloadUndoFile } from "@/server/services/user-job-files";
import { undoUserJob } from "@/server/services/user-jobs";
import { callRounds, runDueUserJobs } from "./runner";
import { byName, jobsBench } from "./testing-jobs";

const { bench, imported, usersAtAmp, view, work, importOf, decide, refusedOf, readInGerman } = jobsBench();

describe("an import", () => {
  it("tells AMP nothing before it is applied, and leaves out what AMP does not know", async () => {
    const before = await usersAtAmp();
    const job = await importOf([
      `Dry run,${await newGaid(bench.sandbox)},,Imported,`,
      "Stranger,GA2xHcXmTu51tS6bh5zc5yfxKtuM6C,,,",
      "=No category,,no,Nowhere,",
    ]);
    expect(job).toMatchObject({ state: "ready", counts: { queued: 1, refused: 2 } });
    expect(job.rows.rows.map(({ problem }) => problem !== null)).toEqual([false, true, true]);
    const refused = await refusedOf(job.id);
    expect(refused).toEqual([
      "# Last line,# Rows:",
      "name,gaid,company,categories,id,category_ids,reason",
      expect.stringMatching(/^Stranger,GA2xH\w+,,,,,AMP does not accept/),
      expect.stringMatching(/^'=No category,,no,Nowhere,,,\S.*"?$/),
      "# Rows: 2",
    ]);
    const inGerman = await readInGerman(job.id);
    expect(inGerman.problems).toEqual([
      null,
      expect.stringMatching(/^AMP akzeptiert diese GAID nicht: .*invalid/i),
      germanImport.row.unknownCategory("Nowhere"),
    ]);
    expect(inGerman.refused[3]).toContain(germanImport.row.unknownCategory("Nowhere").slice(0, 20));
    const again = (lines: string[]) =>
      checkImport(bench.actor, { intentId: randomUUID(), text: lines.join("\r\n"), fileName: null });
    expect((await work((await again(refused)).jobId)).counts).toMatchObject({ refused: 2, queued: 0 });
    await expect(again(refused.slice(0, -1))).rejects.toMatchObject({ code: "INVALID_INPUT" });
    expect(await usersAtAmp()).toEqual(before);
    await decide(job.id, "cancel");
    expect(await work(job.id)).toMatchObject({ state: "cancelled", counts: { skipped: 1 } });
    expect(await usersAtAmp()).toEqual(before);
  });

  it("of sixty rows, killed in the middle twice, makes each user once; its undo puts the register back", async () => {
    const known = await addUser(bench.sandbox, bench.amp, "Here before");
    const before = await usersAtAmp();
    const lines = [`Here before and renamed,,,Imported,${known.id}`];
    for (let place = 1; place < 60; place++) {
      // Most have no wallet: only their names tell them apart.
      const gaid = place % 5 === 0 ? await newGaid(bench.sandbox) : "";
      lines.push(`Import ${place},${gaid},${place % 2 ? "yes" : "no"},${place % 4 ? "" : "Imported"},`);
    }
    const { id, counts } = await importOf(lines);
    expect(counts).toMatchObject({ queued: 60, refused: 0 });
    await decide(id, "apply");
    for (const [write, passes] of [
      [30, 0],
      [41, 1], // however many rows the first death left behind
    ] as const) {
      await dieAt(write);
      const seenBefore = bench.proxy.seen.length;
      await runDueUserJobs();
      await liveOn();
      expect((await view(id)).state).toBe("running");
      const seen = bench.proxy.seen.slice(seenBefore);
      expect(seen.filter(({ path }) => path.endsWith("/registered_users/"))).toHaveLength(passes);
      turnClock(6_000);
    }
    const made = (await usersAtAmp()).length - before.length;
    expect(made).toBeGreaterThan(5);
    expect(made).toBeLessThan(59);
    // Alive again, one answer gets lost on top.
    bench.proxy.fail(({ path }) => path.endsWith("/registered_users/add"), "cut-after", 1);
    const done = await work(id);
    expect(done).toMatchObject({ state: "done", counts: { done: 60 }, undo: { users: 60, created: 59 } });
    const after = (await usersAtAmp()).filter((user) => !before.some((old) => old.id === user.id));
    expect(new Set(after.map(({ name }) => name)).size).toBe(59);
    expect(after).toHaveLength(59);
    expect(after.filter(({ categories }) => categories.includes(imported.category))).toHaveLength(14);
    expect(after.filter(({ is_company }) => is_company)).toHaveLength(30);

    const report = await downloadUndoFile(bench.actor, id);
    const portions: string[] = [];
    for await (const chunk of report.chunks) portions.push(chunk);
    expect(report.name).toMatch(/^ampdesk-sandbox-undo-[0-9a-f]{8}-.*\.json$/);
    const file = JSON.parse(portions.join(""));
    expect(file).toMatchObject({ job: id, count: 60, rows: Array(60).fill({ undo: expect.any(Array) }) });
    // Head, rows and foot by themselves: it is never held whole.
    expect(portions.length).toBeGreaterThan(2);
    const undo = await undoUserJob(bench.actor, { jobId: id, created: "delete" });
    await dieAt(40);
    await runDueUserJobs();
    await liveOn();
    expect(await work(undo.jobId)).toMatchObject({ state: "done", counts: { done: 60 } });
    expect((await usersAtAmp()).sort(byName)).toEqual(before.sort(byName));
    await expect(undoUserJob(bench.actor, { jobId: id, created: "delete" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  it("says with the row what AMP refused, goes on, and tries it again when asked", async () => {
    const gaid = await newGaid(bench.sandbox);
    const job = await importOf([`Taken later,${gaid},,,`, "Stays well,,,,"]);
    const thief = { name: "Was quicker", is_company: false, GAID: gaid };
    const { id } = (await bench.amp.post("/registered_users/add", thief)).body;
    await decide(job.id, "apply");
    const done = await work(job.id);
    expect(done).toMatchObject({ state: "done", counts: { done: 1, failed: 1 } });
    expect(done.rows.rows[0]?.problem).toContain("GAID");
    await bench.amp.delete(`/registered_users/${id}/delete`);
    await decide(job.id, "retry");
    expect(await work(job.id)).toMatchObject({ state: "done", counts: { done: 2, failed: 0 } });
  });

  it("is put aside by its undo where that is chosen: the user stays, without categories", async () => {
    const gaid = await newGaid(bench.sandbox);
    const job = await importOf(["Put aside,,,Imported,", `Is refused,${gaid},,,`]);
    await bench.amp.post("/registered_users/add", { name: "Was first", is_company: false, GAID: gaid });
    await decide(job.id, "apply");
    await work(job.id);
    const { jobId } = await undoUserJob(bench.actor, { jobId: job.id, created: "archive" });
    // What was taken back is not begun again.
    await expect(decide(job.id, "retry")).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await view(job.id)).toMatchObject({ state: "done", counts: { done: 1, failed: 1 } });
    expect(await work(jobId)).toMatchObject({ state: "done", counts: { done: 1 } });
    const user = (await usersAtAmp()).find(({ name }) => name === "Put aside");
    expect(user?.categories).toEqual([]);
  });
});

it("is worked on at once when the bell has rung, also after the system's clock was put back", async () => {
  const text = ["name,gaid", `Early,${await newGaid(bench.sandbox)}`].join("\r\n");
  const { jobId } = await checkImport(bench.actor, { intentId: randomUUID(), text, fileName: null });
  await pool().query("update user_jobs set next_run_at = to_timestamp(0) where id = $1", [jobId]);
  callRounds();
  const at = Date.now();
  const clock = vi.spyOn(Date, "now").mockImplementation(() => at - 60_000);
  try {
    await runDueUserJobs();
  } finally {
    clock.mockRestore();
  }
  expect((await view(jobId)).state).toBe("ready");
});
