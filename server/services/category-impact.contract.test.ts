import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pool } from "@/server/db/client";
import { runDueUserJobs } from "@/server/register/runner";
import { addUser, assign, distribute, issue, mine } from "@/server/sandbox/amp/testing";
import { type Bench, openBench } from "@/server/treasury/testing";
import { listCategories } from "./categories";
import { deleteCategory, editCategory } from "./category-edits";
import { readDeletionImpact, readMembershipsImpact, readRequirementImpact } from "./category-impact";
import { applyMatrix, readMatrix } from "./category-matrix";
import { readCopyAgain } from "./copies";
import { counted } from "./counted";
import { readEligibility } from "./eligibility";
import { previewBulk } from "./user-bulk";
import { archiveUser, restoreUser } from "./user-changes";

let bench: Bench;
let uuid: string;
/** Alice holds and waits for more, in both categories; Bob waits, in the first alone; Carol is in neither. */
const id: Record<"alice" | "bob" | "carol" | "first" | "second", number> = {
  ...{ alice: 0, bob: 0, carol: 0, first: 0, second: 0 },
};
const member = (userId: number, categoryId: number, isMember: boolean) => ({
  userId,
  memberships: [{ categoryId, isMember }],
});

beforeAll(async () => {
  bench = await openBench();
  const { amp, sandbox } = bench;
  const asset = await issue(sandbox, amp);
  uuid = asset.asset_uuid;
  await mine(sandbox, 3);
  await amp.get(`/assets/${uuid}/register-authorized`);
  for (const name of ["alice", "bob", "carol"] as const) id[name] = (await addUser(sandbox, amp, name)).id;
  for (const name of ["first", "second"] as const)
    id[name] = (await amp.post("/categories/add", { name })).body.id;
  await amp.put(`/categories/${id.first}/registered_users/${id.alice}/add`);
  await amp.put(`/categories/${id.second}/registered_users/${id.alice}/add`);
  await amp.put(`/categories/${id.first}/registered_users/${id.bob}/add`);
  await assign(amp, uuid, id.alice, 500);
  await distribute(sandbox, amp, uuid);
  for (const name of ["alice", "bob"] as const) await assign(amp, uuid, id[name], 100);
  await amp.put(`/categories/${id.first}/assets/${uuid}/add`);
}, 30_000);
afterAll(() => bench?.close());

describe("before a change", () => {
  it("of what an asset requires, says who loses, who holds and what waits", async () => {
    const impact = await readRequirementImpact(bench.actor, {
      ...{ categoryId: id.second, assetUuid: uuid, isRequired: true },
    });
    expect(impact).toMatchObject({
      ...{ eligibleBefore: 2, eligibleAfter: 1, isOpen: false },
      losing: { count: 1, names: ["bob"] },
      gaining: { count: 0, names: [] },
      ...{ holdersLosing: 0, assignmentsWaiting: 1, assignmentsFreed: 0, inDistribution: 0 },
    });
  });

  it("of what an issuer-tracked asset requires, says that nothing changes", async () => {
    const { amp, sandbox } = bench;
    const tracked = await issue(sandbox, amp, { name: "Tracked", restricted: false });
    await amp.put(`/categories/${id.second}/assets/${tracked.asset_uuid}/add`);
    const change = { categoryId: id.second, assetUuid: tracked.asset_uuid, isRequired: false };
    const impact = await readRequirementImpact(bench.actor, change);
    expect(impact).toMatchObject({ losing: { count: 0 }, gaining: { count: 0 }, isOpen: false });
    expect([impact.eligibleBefore, impact.eligibleAfter]).toEqual([impact.users, impact.users]);
    expect(impact.users).toBeGreaterThan(2);
  });

  it("of many users in the list, says it as it does of one", async () => {
    const change = { categoryId: id.first, isMember: false };
    const impact = await previewBulk(bench.actor, { ...change, ids: [id.carol, id.bob, id.alice] });
    expect(impact).toMatchObject({ chosen: 3, changes: 2, users: 2 });
    expect(impact.assets).toMatchObject([
      { assetUuid: uuid, losing: { count: 2 }, holdersLosing: 1, assignmentsWaiting: 2 },
    ]);
    await expect(previewBulk(bench.actor, change)).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });

  it("of who is in a category, says it for each asset that requires it", async () => {
    const changes = [member(id.alice, id.first, false), member(id.carol, id.first, true)];
    const impact = await readMembershipsImpact(bench.actor, changes);
    expect(impact).toMatchObject({ changes: 2, users: 2 });
    expect(impact.assets).toEqual([
      expect.objectContaining({
        assetUuid: uuid,
        losing: { count: 1, names: ["alice"] },
        gaining: { count: 1, names: ["carol"] },
        ...{
          holdersLosing: 1,
          assignmentsWaiting: 1,
          assignmentsFreed: 0,
          inDistribution: 0,
          stillMissing: 0,
        },
      }),
    ]);
  });

  it("that is so already, or is about nobody, says that nothing changes", async () => {
    const changes = [
      member(id.alice, id.first, true),
      member(999_999, id.first, true),
      member(id.bob, 999_999, true),
    ];
    expect(await readMembershipsImpact(bench.actor, changes)).toEqual({
      ...{ changes: 0, users: 0, archived: 0 },
      assets: [],
    });
  });

  it("counts those who were put aside and would be in a category again", async () => {
    const asked = (isMember: boolean) =>
      readMembershipsImpact(bench.actor, [member(id.carol, id.first, isMember)]);
    expect((await asked(true)).archived).toBe(0);
    await archiveUser(bench.actor, { userId: id.carol });
    expect(await asked(true)).toMatchObject({ users: 1, archived: 1 });
    expect((await asked(false)).archived).toBe(0);
    await restoreUser(bench.actor, { userId: id.carol });
  });

  it("by deleting a category, says that its assets open", async () => {
    const [impact, ...others] = await readDeletionImpact(bench.actor, id.first);
    expect(impact).toMatchObject({ assetUuid: uuid, isOpen: true, gaining: { count: 1, names: ["carol"] } });
    expect(impact?.losing.count).toBe(0);
    expect(others).toEqual([]);
    expect(await readDeletionImpact(bench.actor, id.second)).toEqual([]);
  });
});

describe("what a dialog counts in copies", () => {
  it("is as old as the oldest of them, and all of them can be read again", async () => {
    const look = (whose = bench.actor.workspaceId) =>
      counted(whose, () => readMembershipsImpact(bench.actor, [member(id.alice, id.first, false)]));
    const before = await look();
    expect(before.impact.assets).toHaveLength(1);
    expect(before.freshness.source).toBe("amp");
    const { rows } = await pool().query(
      `update mirror_copies set row_count = 100000, started_at = started_at
        - case when kind = 'assignments' then interval '10 minutes' else interval '5 minutes' end
        where workspace_id = $1 returning kind, key, started_at as at`,
      [bench.actor.workspaceId],
    );
    const old = await look();
    expect(old.freshness).toEqual({
      asOf: rows.find(({ kind, key }) => kind === "assignments" && key === uuid).at,
      source: "mirror",
    });
    expect(old.copies).toHaveLength(4);
    expect(old.copies).toEqual(
      expect.arrayContaining([
        { list: "users" },
        { list: "categories" },
        { list: "assignments", assetUuid: uuid },
        { list: "owners", assetUuid: uuid },
      ]),
    );
    expect((await look(randomUUID())).copies).toEqual([]);
    for (const copy of old.copies) await readCopyAgain(bench.actor, copy);
    const again = await look();
    expect(again.freshness.asOf.getTime()).toBeGreaterThan(before.freshness.asOf.getTime());
    expect(again.impact).toEqual(before.impact);
  });
});

describe("the matrix", () => {
  it("carries out what was reviewed as one bulk change", async () => {
    const changes = [member(id.bob, id.second, true), member(id.carol, id.first, true)];
    const review = await readMembershipsImpact(bench.actor, changes);
    const groups = [
      { categoryId: id.second, isMember: true, userIds: [id.bob] },
      { categoryId: id.first, isMember: true, userIds: [id.carol] },
    ];
    const input = { intentId: randomUUID(), groups, changing: review.changes };
    await expect(applyMatrix(bench.actor, { ...input, changing: 7 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    const { jobId } = await applyMatrix(bench.actor, { ...input, intentId: randomUUID() });
    expect(jobId).toMatch(/^[\da-f-]{36}$/);
    for (let round = 0; round < 5; round++) await runDueUserJobs();
    const { page } = await readMatrix(bench.actor, { limit: 50, filters: {}, sort: "id" });
    const inNow = Object.fromEntries(page.rows.map((row) => [row.id, row.categories.toSorted()]));
    expect(inNow[id.bob]).toEqual([id.first, id.second].toSorted());
    expect(inNow[id.carol]).toEqual([id.first]);
  });
});

describe("a category", () => {
  it("gets another name and description, and is deleted with its memberships", async () => {
    const content = { name: "Renamed", description: "By a person" };
    await editCategory(bench.actor, { categoryId: id.second, ...content });
    const named = async () => (await listCategories(bench.actor, { limit: 50, filters: {} })).rows;
    expect(await named()).toContainEqual(expect.objectContaining({ id: id.second, ...content }));
    await expect(
      editCategory(bench.actor, { categoryId: id.second, name: "first", description: "" }),
    ).rejects.toMatchObject({ code: "INVALID_INPUT", fields: { name: [expect.any(String)] } });
    await deleteCategory(bench.actor, { categoryId: id.second });
    expect((await named()).map((category) => category.id)).not.toContain(id.second);
    const { page } = await readMatrix(bench.actor, { limit: 50, filters: {} });
    expect(page.rows.flatMap((row) => row.categories)).not.toContain(id.second);
  });
});

describe("why not", () => {
  it("counts a real asset's register", async () => {
    const view = await readEligibility(bench.actor, uuid, { limit: 50, filters: {} });
    expect(view).toMatchObject({ failing: [], required: [{ id: id.first, name: "first" }] });
    expect(view.counts.missing).toEqual({ [id.first]: view.counts.users - 3 });
    const user = await readEligibility(bench.actor, uuid, { limit: 50, filters: { user: String(id.bob) } });
    expect(user.page.rows).toMatchObject([{ id: id.bob, failing: [] }]);
  });
});
