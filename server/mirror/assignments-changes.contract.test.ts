import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { pool } from "@/server/db/client";
import { carryBatch, startBatch } from "@/server/services/assignment-batches";
import { deleteAssignment, setAssignmentLock } from "@/server/services/assignment-changes";
import { createAssignment } from "@/server/services/assignments";
import { readCopyAgain } from "@/server/services/copies";
import { previewDistribution } from "@/server/services/distributions";
import { readEligibility } from "@/server/services/eligibility";
import { readVesting } from "@/server/services/vesting";
import { assignmentsChanged } from "./assignments";
import { refreshDueCopies } from "./schedule";
import { assignmentsBench, query } from "./testing";

vi.mock("next/headers", () => ({ headers: async () => new Headers() }));

const { bench, issuer, live, page, one, someone, copies } = assignmentsBench();
let assetUuid: string;
let list: string;

beforeAll(async () => {
  ({ assetUuid } = bench);
  list = `/assets/${assetUuid}/assignments`;
  await page(); // each test begins with a copy
});

describe("the copy of an asset's assignments, after a change", () => {
  it("shows an own change at once, and asks AMP for that one alone", async () => {
    const { id, registeredUser } = someone("ready");
    await setAssignmentLock(issuer, { assetUuid, assignmentId: id, isLocked: true });
    expect(await one(id)).toMatchObject({ state: "locked" });
    await deleteAssignment(issuer, { assetUuid, assignmentId: id });
    expect(await one(id)).toBeUndefined();
    // In its place a changed one may stand: nothing was deleted now.
    const again = deleteAssignment(issuer, { assetUuid, assignmentId: id });
    await expect(again).rejects.toMatchObject({ code: "CONFLICT" });
    const made = await createAssignment(issuer, {
      ...{ intentId: crypto.randomUUID(), assetUuid, registeredUser, amount: "7" },
      ...{ isReady: true, vestsAt: null },
    });
    expect((await page()).rows[0]).toMatchObject({ id: made.id, amount: 7n, state: "ready" });
    expect((await page()).total).toBe(live.length);
    expect(bench.reads(list)).toBe(0);
  });

  it("shows one that is deleted while the list comes in as gone", async () => {
    const { id } = someone("locked");
    await assignmentsChanged(issuer, assetUuid);
    bench.relay.meanwhile(list, () => deleteAssignment(issuer, { assetUuid, assignmentId: id }));
    expect(await one(id)).toBeUndefined();
  });

  it("waits for a new list after a batch, and after a step of a distribution", async () => {
    const { registeredUser } = someone("ready");
    const intentId = crypto.randomUUID();
    const rows = [{ registeredUser, amountSats: 9n, isReady: true, vestsAt: null }];
    await startBatch(issuer, { intentId, assetUuid, rows });
    await carryBatch(issuer, { assetUuid, batchId: intentId });
    expect((await page()).rows[0]).toMatchObject({ amount: 9n });
    bench.relay.seen.splice(0);
    await page();
    expect(bench.reads(list)).toBe(0);
    const { workspaceId } = issuer;
    await pool().query(
      `with one as (insert into operations (id, workspace_id, kind, asset_uuid, state, requested_by, request_id, intent,
          intent_hash, facts, created_at, updated_at)
        values (gen_random_uuid(), $1, 'distribution', $2, 'holding', '', '', '{}', '', '{}', now(), now()) returning id)
      insert into operation_journal (workspace_id, operation_id, at, step, phase, detail)
        select $1, id, now(), 'hold', 'intent', '{}' from one`,
      [workspaceId, assetUuid],
    );
    await page();
    await page();
    expect(bench.reads(list)).toBe(1);
  });

  it("stays what it was when a new one is cut off, and says so", async () => {
    const before = await copies("count(*)::int as rows, min(generation) as generation");
    await assignmentsChanged(issuer, assetUuid);
    bench.relay.cut(list, 40_000);
    await expect(page()).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(await copies("count(*)::int as rows, max(generation) as generation")).toEqual(before);
  });

  it("belongs to one workspace, as AMP tells it", async () => {
    await page();
    const manager = await bench.actorOf("manager");
    const [own, others] = [await page(), await page({}, manager)];
    expect(others.rows).toEqual(own.rows);
    expect(bench.reads(list)).toBe(2);
    const stranger = { ...issuer, workspaceId: crypto.randomUUID() };
    await expect(page({}, stranger)).rejects.toThrow();
  });

  it("is read again soon after a change that another account has made at this desk, and nobody waits for it", async () => {
    const manager = await bench.actorOf("manager");
    const { id } = someone("vesting");
    const stateOf = async (actor: Actor) =>
      (await page({ q: String(id) }, actor)).rows.find((row) => row.id === id)?.state;
    /** As if it had been read, and changed by somebody else, half a minute earlier. */
    const later = () =>
      pool().query(
        `update mirror_copies set took_ms = 0, next_started_at = next_started_at - interval '31 seconds',
           changed_beside_at = changed_beside_at - interval '31 seconds'
         where kind = 'assignments' and changed_beside_at >= next_started_at`,
      );
    await Promise.all([page(), page({}, manager)]);
    const before = await stateOf(manager);
    bench.relay.seen.splice(0);
    await setAssignmentLock(issuer, { assetUuid, assignmentId: id, isLocked: true });
    expect([await stateOf(issuer), await stateOf(manager)]).toEqual(["locked", before]);
    await refreshDueCopies(300);
    expect(bench.reads(list)).toBe(0);
    await later();
    await refreshDueCopies(300);
    expect(bench.reads(list)).toBe(1); // the manager's
    expect(await stateOf(manager)).toBe("locked");
    await assignmentsChanged(manager, assetUuid);
    await page();
    expect(bench.reads(list)).toBe(1);
    await page({}, manager);
    expect(bench.reads(list)).toBe(2);
    await later();
    await refreshDueCopies(300);
    expect(bench.reads(list)).toBe(3); // the issuer's
  });

  it("is as old as the register its names come from, and so is what judges by it", async () => {
    await page();
    const { rows } = await pool().query(
      `update mirror_copies set started_at = started_at - interval '10 minutes', row_count = 100000
        where kind = 'users' and workspace_id = $1 returning started_at as at`,
      [issuer.workspaceId],
    );
    const freshness = { asOf: rows[0]?.at as Date, source: "mirror" };
    expect((await page()).freshness).toEqual(freshness);
    expect((await readVesting(issuer, assetUuid, query())).freshness).toEqual(freshness);
    expect((await previewDistribution(issuer, assetUuid)).register).toEqual(freshness);
    expect((await readEligibility(issuer, assetUuid, query())).page.freshness).toEqual(freshness);
    await readCopyAgain(issuer, { list: "assignments", assetUuid });
    expect((await page()).freshness.asOf.getTime()).toBeGreaterThan(freshness.asOf.getTime());
  });
});
