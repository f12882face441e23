import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { ListQuery } from "@/lib/contracts/list";
import { totalOf, type UserJobView } from "@/lib/domain/user-jobs";
import { speech } from "@/lib/messages/catalogue";
import * as german from "@/lib/messages/de";
import { userImportText as germanImport } from "@/lib/messages/de/user-import";
import { pool } from "@/server/db/client";
import { dieAt, liveOn, makeMortal } from "@/server/db/testing-deaths";
import { turnClock } from "@/server/platform/clock";
import { inLanguage } from "@/server/platform/stored-words";
import { signInManager } from "@/server/requests/testing";
import { addUser, newGaid } from "@/server/sandbox/amp/testing";
import { previewBulk, startBulk } from "@/server/services/user-bulk";
import { archiveUser, readNote, restoreUser, setDefaultGaid } from "@/server/services/user-changes";
import { checkImport } from "@/server/services/user-import";
import { downloadRefused, downloadUndoFile } from "@/server/services/user-job-files";
import {
  decideUserJob,
  listUserJobRows,
  listUserJobs,
  readUserJob,
  undoUserJob,
} from "@/server/services/user-jobs";
import { listUsers } from "@/server/services/users";
import { type Bench, openBench } from "@/server/treasury/testing";
import { callRounds, runDueUserJobs } from "./runner";

interface Wire {
  id: number;
  name: string;
  GAID: string | null;
  is_company: boolean;
  categories: number[];
}

let bench: Bench;
let category: number;

beforeAll(async () => {
  bench = await openBench();
  category = (await bench.amp.post("/categories/add", { name: "Imported" })).body.id;
  await makeMortal("user_job_rows");
}, 30_000);
afterAll(() => bench?.close());
afterEach(async () => {
  bench.proxy.heal();
  turnClock(0);
  await liveOn();
});

const usersAtAmp = async (): Promise<Wire[]> => (await bench.amp.get("/registered_users/")).body;
const byName = (a: Wire, b: Wire) => a.name.localeCompare(b.name);

const view = (jobId: string): Promise<UserJobView> =>
  readUserJob(bench.actor, jobId, { limit: 100, filters: {} });

/** Lets the worker work until it waits, ends or needs a person. */
async function work(jobId: string): Promise<UserJobView> {
  for (let round = 0; round < 30; round++) {
    await runDueUserJobs();
    const job = await view(jobId);
    if (["ready", "paused", "done", "cancelled"].includes(job.state)) return job;
    turnClock(round * 6_000);
  }
  return view(jobId);
}

async function importOf(lines: string[]): Promise<UserJobView> {
  const text = ["name,gaid,company,categories,id", ...lines].join("\r\n");
  const { jobId } = await checkImport(bench.actor, { intentId: randomUUID(), text, fileName: "people.csv" });
  return work(jobId);
}
const decide = (jobId: string, decision: Parameters<typeof decideUserJob>[1]["decision"]) =>
  decideUserJob(bench.actor, { jobId, decision });

/** The lines of the file of the refused rows. */
async function refusedOf(jobId: string): Promise<string[]> {
  let text = "";
  for await (const chunk of (await downloadRefused(bench.actor, jobId)).chunks) text += chunk;
  return text.replace("\ufeff", "").trim().split("\r\n");
}

/** What a person who reads German is told of each row, and finds in the file. */
async function readInGerman(jobId: string) {
  speech.dictionaries = { de: german };
  const rows = await inLanguage("de", () => view(jobId));
  const refused = await inLanguage("de", () => refusedOf(jobId));
  return { problems: rows.rows.rows.map(({ problem }) => problem), refused };
}

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
      "name,gaid,company,categories,id,reason",
      expect.stringMatching(/^Stranger,GA2xH\w+,,,,AMP does not accept/),
      expect.stringMatching(/^'=No category,,no,Nowhere,,\S.*"?$/),
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
    expect(after.filter(({ categories }) => categories.includes(category))).toHaveLength(14);
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

describe("a change of many memberships", () => {
  it("counts first, changes those who need it, can be paused, and is taken back exactly", async () => {
    const before = await usersAtAmp();
    const change = { query: { filters: {} }, categoryId: category, isMember: true };
    const { changes: changing, chosen } = await previewBulk(bench.actor, change);
    expect([chosen, changing]).toEqual([
      before.length,
      before.filter(({ categories }) => !categories.includes(category)).length,
    ]);
    const intentId = randomUUID();
    const { jobId } = await startBulk(bench.actor, { ...change, intentId, changing });
    expect(await startBulk(bench.actor, { ...change, intentId, changing })).toEqual({ jobId });
    await decide(jobId, "pause");
    await runDueUserJobs();
    expect((await usersAtAmp()).map(({ categories }) => categories)).toEqual(
      before.map((user) => user.categories),
    );
    await decide(jobId, "continue");
    const done = await work(jobId);
    expect([done.state, totalOf(done.counts), done.counts.done]).toEqual(["done", changing, changing]);
    expect((await usersAtAmp()).every(({ categories }) => categories.includes(category))).toBe(true);
    const undo = await undoUserJob(bench.actor, { jobId, created: "archive" });
    await work(undo.jobId);
    expect((await usersAtAmp()).sort(byName)).toEqual(before.sort(byName));
  });

  it("makes pages wait for new lists once a minute while it runs, and at its end", async () => {
    const staleAt = async (): Promise<Date | null> => {
      const ofUsers = "select stale_at from mirror_copies where workspace_id = $1 and kind = 'users'";
      return (await pool().query(ofUsers, [bench.actor.workspaceId])).rows[0].stale_at;
    };
    const job = await importOf(["Comes first,,,,", "Comes late,,,,"]);
    bench.proxy.fail(({ body }) => body.includes("Comes late"), "bad-gateway");
    const before = await staleAt();
    await decide(job.id, "apply");
    await runDueUserJobs();
    expect(await view(job.id)).toMatchObject({ state: "running", counts: { done: 1 } });
    expect(await staleAt()).toEqual(before);
    turnClock(61_000);
    await runDueUserJobs();
    const during = await staleAt();
    expect(during).not.toEqual(before);
    bench.proxy.heal();
    turnClock(70_000);
    await runDueUserJobs();
    expect((await view(job.id)).state).toBe("done");
    expect(await staleAt()).not.toEqual(during);
  });

  it("is refused when others would change by now", async () => {
    const change = {
      ids: [1, 2],
      categoryId: category,
      isMember: true,
      changing: 77,
      intentId: randomUUID(),
    };
    await expect(startBulk(bench.actor, change)).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("one user", () => {
  it("is archived with its categories, and comes back into them", async () => {
    const { id: userId } = await addUser(bench.sandbox, bench.amp, "Leaves for a while");
    await bench.amp.put(`/categories/${category}/registered_users/${userId}/add`);
    const categories = async () => (await bench.amp.get(`/registered_users/${userId}`)).body.categories;
    // Left half done by a lost answer, it is done again.
    bench.proxy.fail(({ path }) => path.endsWith("/remove"), "cut-after", 1);
    await expect(archiveUser(bench.actor, { userId })).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await archiveUser(bench.actor, { userId });
    expect(await categories()).toEqual([]);
    expect(await readNote(bench.actor, userId)).toMatchObject({ archivedCategories: [category] });
    const listed = async (archived?: string) => {
      const filters: Record<string, string> = archived ? { archived } : {};
      const { rows } = await listUsers(bench.actor, { q: "Leaves for", limit: 10, filters });
      return rows.map(({ id }) => id);
    };
    expect([await listed("yes"), await listed("no"), await listed()]).toEqual([[userId], [], [userId]]);
    await restoreUser(bench.actor, { userId });
    expect(await categories()).toEqual([category]);
    expect(await readNote(bench.actor, userId)).toMatchObject({ archivedAt: null });
  });

  it("gets another default only while what was said of its open assignments holds", async () => {
    const { id: userId } = await addUser(bench.sandbox, bench.amp, "Has two wallets");
    const gaid = await newGaid(bench.sandbox);
    await bench.amp.post(`/registered_users/${userId}/gaids/add`, gaid);
    const change = { userId, gaid, openAssignments: 1 };
    await expect(setDefaultGaid(bench.actor, change)).rejects.toMatchObject({ code: "CONFLICT" });
    await setDefaultGaid(bench.actor, { ...change, openAssignments: 0 });
    expect((await bench.amp.get(`/registered_users/${userId}`)).body.GAID).toBe(gaid);
  });
});

it("pages through jobs and rows, and takes no cursor of another list", async () => {
  const { id } = await importOf(["One,,,,", "Two,,,,"]);
  const all = await listUserJobs(bench.actor, { limit: 2, filters: {} });
  const jobs = await listUserJobs(bench.actor, { limit: 1, filters: {} });
  const older = await listUserJobs(bench.actor, { limit: 1, filters: {}, cursor: jobs.nextCursor ?? "" });
  expect([...jobs.rows, ...older.rows]).toEqual(all.rows);
  const rows = async (cursor: string) =>
    (await readUserJob(bench.actor, id, { limit: 1, filters: {}, cursor })).rows.rows;
  const { nextCursor } = (await readUserJob(bench.actor, id, { limit: 1, filters: {} })).rows;
  expect((await rows(nextCursor ?? "")).map(({ name }) => name)).toEqual(["Two"]);
  for (const cursor of ["1e99", jobs.nextCursor ?? ""])
    await expect(rows(cursor)).rejects.toMatchObject({ code: "INVALID_INPUT" });
});

it("finds jobs by file and person, narrows and turns them, and finds a row by its name", async () => {
  const text = "name,categories\nGrace Hopper,\nAda Lovelace,";
  const { jobId } = await checkImport(bench.actor, {
    intentId: randomUUID(),
    text,
    fileName: "100%_members.csv",
  });
  const list = async (query: Partial<ListQuery>) =>
    (await listUserJobs(bench.actor, { limit: 100, filters: {}, ...query })).rows.map(({ id }) => id);
  expect(await list({ q: "%_MEMBERS" })).toEqual([jobId]);
  expect(await list({ q: "no such file" })).toEqual([]);
  const all = await list({});
  expect(await list({ q: bench.actor.personName })).toEqual(all);
  expect(await list({ sort: "created" })).toEqual(all.toReversed());
  const first = await listUserJobs(bench.actor, { limit: 1, filters: {}, sort: "created" });
  expect(await list({ limit: 1, sort: "created", cursor: first.nextCursor ?? "" })).toEqual([all.at(-2)]);
  const undos = await list({ filters: { kind: "undo" } });
  expect(undos.length).toBeGreaterThan(0);
  expect(undos.length).toBeLessThan(all.length);
  expect(await list({ filters: { state: "checking" } })).toContain(jobId);
  expect(await list({ filters: { state: "checking", kind: "undo" } })).toEqual([]);
  const { page } = await listUserJobRows(bench.actor, jobId, { limit: 10, filters: {}, q: "hopper" });
  expect(page.rows.map(({ name }) => name)).toEqual(["Grace Hopper"]);
});

it("a manager imports too, but neither sees the issuer's jobs nor changes categories", async () => {
  const manager = await signInManager();
  const text = "name,categories\nOf the manager,\nWith a category,Imported";
  const { jobId } = await checkImport(manager, { intentId: randomUUID(), text, fileName: null });
  await expect(view(jobId)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await runDueUserJobs();
  await decideUserJob(manager, { jobId, decision: "apply" });
  await runDueUserJobs();
  const job = await readUserJob(manager, jobId, { limit: 10, filters: {} });
  expect(job).toMatchObject({ state: "done", counts: { done: 1, refused: 1 } });
  const change = { ids: [1], categoryId: category, isMember: true };
  await expect(previewBulk(manager, change)).rejects.toMatchObject({ code: "FORBIDDEN" });
});
