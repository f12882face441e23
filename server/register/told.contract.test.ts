import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { dieAt, liveOn } from "@/server/db/testing-deaths";
import { turnClock } from "@/server/platform/clock";
import { withRequestId } from "@/server/platform/request-context";
import { addUser } from "@/server/sandbox/amp/testing";
import { listAudit, readAuditEntry } from "@/server/services/audit";
import { startBulk } from "@/server/services/user-bulk";
import { undoUserJob } from "@/server/services/user-jobs";
import { runDueUserJobs } from "./runner";
import { jobsBench } from "./testing-jobs";

const { bench, view, work, importOf: checkedImportOf, decide } = jobsBench("audit_entries");
let category: number;
beforeAll(async () => {
  category = (await bench.amp.post("/categories/add", { name: "Told" })).body.id;
});

async function importOf(lines: string[]) {
  const { id } = await checkedImportOf(lines);
  await decide(id, "apply");
  await work(id);
  return id;
}

async function join(ids: number[]): Promise<string> {
  const change = { ids, categoryId: category, isMember: true, changing: ids.length };
  // As the door does: the job's rows and its approval are of one request.
  const { jobId } = await withRequestId(randomUUID(), () =>
    startBulk(bench.actor, { intentId: randomUUID(), ...change }),
  );
  return jobId;
}

const entriesOf = async (filters: Record<string, string>, q?: string) =>
  (await listAudit(bench.actor, { limit: 100, filters, ...(q ? { q } : {}) })).rows;

/** Oldest first: what was done, how it ended, and what it says beside the user. */
const toldOf = async (userId: number) =>
  (await entriesOf({ user: String(userId) })).reverse().map(({ action, outcome, personName, detail }) => {
    const { user, ...rest } = detail;
    expect([user, personName]).toEqual([userId, bench.actor.personName]);
    return [action, outcome, rest];
  });

describe("the audit log of one registered user", () => {
  it("names who made, renamed and put them into a category by an import, and who took it back by its undo", async () => {
    const known = await addUser(bench.sandbox, bench.amp, "Known before");
    const job = await importOf([`Known and renamed,,,Told,${known.id}`, "Made by import,,yes,Told,"]);
    const { rows } = (await view(job)).rows;
    const made = rows.find(({ name }) => name === "Made by import")?.userId ?? 0;
    expect(await toldOf(known.id)).toEqual([
      ["user.renamed", "ok", { job }],
      ["category.user-added", "ok", { job, category }],
    ]);
    const added = [
      ["user.added", "ok", { job, hasGaid: false, isCompany: true }],
      ["category.user-added", "ok", { job, category }],
    ];
    expect(await toldOf(made)).toEqual(added);
    const { jobId: undo } = await undoUserJob(bench.actor, { jobId: job, created: "archive" });
    await work(undo);
    expect(await toldOf(made)).toEqual([
      ...added,
      ["user.archived", "ok", { job: undo, categories: [category] }],
    ]);
    expect((await toldOf(known.id)).slice(2)).toEqual([
      ["category.user-removed", "ok", { job: undo, category }],
      ["user.renamed", "ok", { job: undo }],
    ]);
  });

  it("tells of a bulk change, finds it by the user's name, and leads from it to the whole request", async () => {
    const [one, other] = [
      await addUser(bench.sandbox, bench.amp, "Bulk Berta"),
      await addUser(bench.sandbox, bench.amp, "Bulk Bruno"),
    ];
    const job = await join([one.id, other.id]);
    await work(job);
    expect(await toldOf(one.id)).toEqual([["category.user-added", "ok", { job, category }]]);
    const [entry] = await entriesOf({ action: "category.user-added" }, "berta");
    expect(entry?.detail.user).toBe(one.id);
    const { others } = await readAuditEntry(bench.actor, String(entry?.id));
    expect(others.map(({ action }) => action).toSorted()).toEqual([
      "category.user-added",
      "user.job-apply",
      "user.job-finished",
    ]);
    expect((await entriesOf({}, job)).length).toBe(4);
    const rows = (filter: string) => entriesOf({ rows: filter }, job);
    expect((await rows("only")).map(({ action }) => action)).toEqual(Array(2).fill("category.user-added"));
    expect((await rows("without")).map(({ action }) => action)).toEqual([
      "user.job-finished",
      "user.job-apply",
    ]);
  });

  it("says what AMP refused, and nothing of what AMP had so before", async () => {
    const [here, gone] = [
      await addUser(bench.sandbox, bench.amp, "Here already"),
      await addUser(bench.sandbox, bench.amp, "Gone soon"),
    ];
    const job = await join([here.id, gone.id]);
    await bench.amp.put(`/categories/${category}/registered_users/${here.id}/add`);
    await bench.amp.delete(`/registered_users/${gone.id}/delete`);
    await work(job);
    expect(await toldOf(here.id)).toEqual([]);
    expect(await toldOf(gone.id)).toEqual([
      ["category.user-added", "refused", { job, category, reason: expect.any(String) }],
    ]);
  });

  it("has each change once, whenever the worker is killed", async () => {
    const users = [];
    for (const name of ["Mortal A", "Mortal B", "Mortal C"])
      users.push(await addUser(bench.sandbox, bench.amp, name));
    const job = await join(users.map(({ id }) => id));
    await dieAt(2);
    await runDueUserJobs();
    await liveOn();
    turnClock(6_000);
    expect((await work(job)).state).toBe("done");
    for (const { id } of users)
      expect(await toldOf(id)).toEqual([["category.user-added", "ok", { job, category }]]);
  });

  it("answers nothing to a number that is none", async () => {
    expect(await entriesOf({ user: "7 or 1=1" })).toEqual([]);
  });
});
