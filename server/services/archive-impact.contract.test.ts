import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pool } from "@/server/db/client";
import { signInManager } from "@/server/requests/testing";
import { addUser, assign, distribute, issue, mine } from "@/server/sandbox/amp/testing";
import { type Bench, openBench, toAmp } from "@/server/treasury/testing";
import { readArchiveImpact } from "./archive-impact";
import { listAudit } from "./audit";
import { categoryChoices } from "./categories";
import { archiveUser } from "./user-changes";

let bench: Bench;
let userId: number;
let category: number;
let assetUuid: string;

/** Somebody who holds an asset that requires a category, and waits for more of it. */
beforeAll(async () => {
  bench = await openBench();
  const { amp, sandbox } = bench;
  assetUuid = (await issue(sandbox, amp)).asset_uuid;
  await mine(sandbox, 3);
  await amp.get(`/assets/${assetUuid}/register-authorized`);
  userId = (await addUser(sandbox, amp, "Alice")).id;
  category = (await amp.post("/categories/add", { name: "Resident" })).body.id;
  await amp.put(`/categories/${category}/registered_users/${userId}/add`);
  await assign(amp, assetUuid, userId, 500);
  await distribute(sandbox, amp, assetUuid);
  await assign(amp, assetUuid, userId, 100);
  await amp.put(`/categories/${category}/assets/${assetUuid}/add`);
}, 30_000);
afterAll(() => bench?.close());

const categoriesAtAmp = async () => (await bench.amp.get(`/registered_users/${userId}`)).body.categories;
const alice = { count: 1, names: ["Alice"] };
const nobody = { count: 0, names: [] };

describe("before a user is archived or brought back", () => {
  it("says which assets the user loses or may receive again, and changes nothing", async () => {
    const leaving = await readArchiveImpact(bench.actor, { userId, isArchived: true });
    expect(leaving).toMatchObject({ changes: 1, users: 1 });
    expect(leaving.assets).toMatchObject([
      {
        ...{ assetUuid, losing: alice, gaining: nobody },
        ...{ holdersLosing: 1, assignmentsWaiting: 1, assignmentsFreed: 0, inDistribution: 0 },
      },
    ]);
    expect(await categoriesAtAmp()).toEqual([category]);

    await archiveUser(bench.actor, { userId });
    const entries = await listAudit(bench.actor, { limit: 10, filters: { action: "user.archived" } });
    expect(entries.rows.map(({ detail }) => detail)).toEqual([{ user: userId, categories: [category] }]);
    const back = await readArchiveImpact(bench.actor, { userId, isArchived: false });
    expect(back.assets).toMatchObject([{ gaining: alice, losing: nobody, assignmentsFreed: 1 }]);
    expect(await categoriesAtAmp()).toEqual([]);
  });

  it("leaves the copies as they are when AMP does not even tell the categories to leave", async () => {
    const stale = async () =>
      (await pool().query("select kind from mirror_copies where stale_at > started_at")).rows.length;
    await categoryChoices(bench.actor);
    expect(await stale()).toBe(0);
    bench.proxy.fail(toAmp(`/registered_users/${userId}`), "cut-before");
    await expect(archiveUser(bench.actor, { userId })).rejects.toMatchObject({ code: "UNAVAILABLE" });
    bench.proxy.heal();
    expect(await stale()).toBe(0);
  });

  it("is told of a user that there is, and to whom may change categories", async () => {
    const unknown = readArchiveImpact(bench.actor, { userId: 999_999, isArchived: true });
    await expect(unknown).rejects.toMatchObject({ code: "NOT_FOUND" });
    const asManager = readArchiveImpact(await signInManager(), { userId, isArchived: true });
    await expect(asManager).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
