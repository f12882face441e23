import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { ListQuery } from "@/lib/contracts/list";
import { totalOf } from "@/lib/domain/user-jobs";
import { pool } from "@/server/db/client";
import { turnClock } from "@/server/platform/clock";
import { signInManager } from "@/server/requests/testing";
import { addUser, newGaid } from "@/server/sandbox/amp/testing";
import { previewBulk, startBulk } from "@/server/services/user-bulk";
import { archiveUser, readNote, restoreUser, setDefaultGaid } from "@/server/services/user-changes";
import { checkImport } from "@/server/services/user-import";
import {
  decideUserJob,
  listUserJobRows,
  listUserJobs,
  readUserJob,
  undoUserJob,
} from "@/server/services/user-jobs";
import { listUsers } from "@/server/services/users";
import { runDueUserJobs } from "./runner";
import { byName, jobsBench } from "./testing-jobs";

const { bench, imported, usersAtAmp, view, work, importOf, decide } = jobsBench();

describe("a change of many memberships", () => {
  it("counts first, changes those who need it, can be paused, and is taken back exactly", async () => {
    for (const name of ["Anna Weber", "Bo Lind", "Carl Meier"]) await addUser(bench.sandbox, bench.amp, name);
    const before = await usersAtAmp();
    const change = { query: { filters: {} }, categoryId: imported.category, isMember: true };
    const { changes: changing, chosen } = await previewBulk(bench.actor, change);
    expect([chosen, changing]).toEqual([
      before.length,
      before.filter(({ categories }) => !categories.includes(imported.category)).length,
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
    expect((await usersAtAmp()).every(({ categories }) => categories.includes(imported.category))).toBe(true);
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
      categoryId: imported.category,
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
    await bench.amp.put(`/categories/${imported.category}/registered_users/${userId}/add`);
    const categories = async () => (await bench.amp.get(`/registered_users/${userId}`)).body.categories;
    // Left half done by a lost answer, it is done again.
    bench.proxy.fail(({ path }) => path.endsWith("/remove"), "cut-after", 1);
    await expect(archiveUser(bench.actor, { userId })).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await archiveUser(bench.actor, { userId });
    expect(await categories()).toEqual([]);
    expect(await readNote(bench.actor, userId)).toMatchObject({ archivedCategories: [imported.category] });
    const listed = async (archived?: string) => {
      const filters: Record<string, string> = archived ? { archived } : {};
      const { rows } = await listUsers(bench.actor, { q: "Leaves for", limit: 10, filters });
      return rows.map(({ id }) => id);
    };
    expect([await listed("yes"), await listed("no"), await listed()]).toEqual([[userId], [], [userId]]);
    await restoreUser(bench.actor, { userId });
    expect(await categories()).toEqual([imported.category]);
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
  const change = { ids: [1], categoryId: imported.category, isMember: true };
  await expect(previewBulk(manager, change)).rejects.toMatchObject({ code: "FORBIDDEN" });
});
