import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { type AssignmentRow, assignmentState } from "@/lib/domain/assignment";
import { errorsText } from "@/lib/messages/errors";
import { ampAs } from "@/server/auth/amp-session";
import { pool } from "@/server/db/client";
import { withOrigin } from "@/server/doors/origin";
import { readLockImpact } from "@/server/services/asset-settings";
import { carryBatch, startBatch } from "@/server/services/assignment-batches";
import { deleteAssignment, setAssignmentLock } from "@/server/services/assignment-changes";
import { createAssignment, listAssignments } from "@/server/services/assignments";
import { readCopyAgain } from "@/server/services/copies";
import { previewDistribution } from "@/server/services/distributions";
import { readDistributionsPage } from "@/server/services/distributions-page";
import { readEligibility } from "@/server/services/eligibility";
import { readHeldBack } from "@/server/services/held-back";
import { offsetCursor, pageOf } from "@/server/services/list";
import { readVesting, readVestingPage } from "@/server/services/vesting";
import { assignmentsChanged } from "./assignments";
import { refreshDueCopies } from "./schedule";
import { type MirrorBench, openMirrorBench, query, walk } from "./testing";

vi.mock("next/headers", () => ({ headers: async () => new Headers() }));

/** As many as make the list a long one. */
const MANY = 2_100;

let bench: MirrorBench;
let issuer: Actor;
let assetUuid: string;
let list: string;
let live: AssignmentRow[];

beforeAll(async () => {
  bench = await openMirrorBench({ others: 12, assignments: MANY });
  ({ issuer, assetUuid } = bench);
  list = `/assets/${assetUuid}/assignments`;
  live = await readLive();
}, 60_000);
afterAll(() => bench?.close());
beforeEach(() => bench.relay.seen.splice(0));

async function readLive(): Promise<AssignmentRow[]> {
  const amp = await ampAs(issuer);
  const names = new Map((await amp.call("listRegisteredUsers")).map(({ id, name }) => [id, name]));
  const rows = await amp.call("listAssignments", { path: { assetUuid } });
  return rows.map((row) => ({
    ...row,
    userName: names.get(row.registeredUser) ?? "",
    state: assignmentState(row),
  }));
}

/** The same list, held and sorted in memory. */
function inMemory(asked: ListQuery): AssignmentRow[] {
  const sign = asked.sort?.startsWith("-") ? -1 : 1;
  const inOrder = live.toSorted((a, b) => sign * (a.id - b.id)); // equal ones stay in it
  return pageOf(
    inOrder,
    { ...asked, limit: live.length },
    {
      sorts: {
        id: (row) => row.id,
        user: (row) => row.userName,
        amount: (row) => row.amount,
        state: (row) => row.state,
        vests: (row) => row.vestingTimestamp?.getTime() ?? null,
      },
      defaultSort: "-id",
      search: (row) => [row.userName, row.gaid, String(row.id)],
      filters: {
        state: (row, value) => row.state === value,
        vested: (row, value) => row.hasVested === (value === "yes"),
        user: (row, value) => row.registeredUser === Number(value),
      },
    },
  ).rows;
}

const page = (more: Partial<ListQuery> = {}, actor = issuer) =>
  listAssignments(actor, assetUuid, query(more));
const one = async (id: number) => (await page({ q: String(id) })).rows.find((row) => row.id === id);
const someone = (state: AssignmentRow["state"]): AssignmentRow => {
  const found = live.findLast((row) => row.state === state && row.gaid !== null);
  if (!found) throw new Error(`No assignment is ${state}.`);
  return found;
};
const copies = async (what: string) => (await pool().query(`select ${what} from mirror_assignments`)).rows[0];

describe("the copy of an asset's assignments", () => {
  it("says that AMP is away instead of showing nobody", async () => {
    bench.relay.cut(list, 3_000);
    await expect(page()).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(await copies("count(*)::int as rows")).toEqual({ rows: 0 });
  });

  it("is read once, and pages through every order without losing or repeating one", () =>
    withOrigin("r-1", async () => {
      for (const column of ["id", "user", "amount", "state", "vests"]) {
        for (const sort of [column, `-${column}`]) {
          const rows = await walk((cursor) => page({ sort, limit: 1_000, ...(cursor && { cursor }) }));
          expect(
            rows.map(({ id }) => id),
            sort,
          ).toEqual(inMemory(query({ sort })).map(({ id }) => id));
        }
      }
      const rows = await walk((cursor) => page({ limit: 2_000, ...(cursor && { cursor }) }));
      expect(rows).toEqual(inMemory(query({ sort: "-id" })));
      expect(bench.reads(list)).toBe(1);
      expect((await page()).freshness.source).toBe("mirror");
      await expect(page({ cursor: "bm8" })).rejects.toMatchObject({ code: "INVALID_INPUT" });
    }));

  it("finds and filters as the whole list in memory does", () =>
    withOrigin("r-2", async () => {
      const { registeredUser, userName, gaid, id } = someone("ready");
      const asked: Partial<ListQuery>[] = [
        ...["locked", "ready", "vesting", "pending", "distributed"].map((state) => ({ filters: { state } })),
        ...["yes", "no"].map((vested) => ({ filters: { vested, state: "locked" } })),
        { filters: { user: String(registeredUser) } },
        { filters: { user: "nobody" } },
        ...[userName.toUpperCase(), gaid?.toLowerCase() ?? "", String(id), "no such thing"].map((q) => ({
          q,
        })),
        { q: userName, sort: "amount", filters: { vested: "yes" } },
      ];
      for (const more of asked) {
        const expected = inMemory(query({ sort: "-id", ...more }));
        const { rows, total } = await page({ sort: "-id", ...more, limit: 200 });
        expect([total, rows], JSON.stringify(more)).toEqual([expected.length, expected.slice(0, 200)]);
      }
      expect(bench.reads(list)).toBe(0);
    }));

  it("is not asked for where open ones alone matter", async () => {
    const waiting = live.filter(({ state }) => ["locked", "ready", "vesting"].includes(state));
    const { dates } = await readVesting(issuer, assetUuid);
    expect(dates.reduce((sum, { count }) => sum + count, 0)).toBe(waiting.length);
    expect(bench.reads(`${list}?distributed=false`)).toBe(0);
    const { preview } = await readDistributionsPage(issuer, assetUuid, query());
    const { intent, heldBack, lacksGaid } = preview;
    expect(intent.assignments.length + heldBack.total).toBe(waiting.length);
    expect(lacksGaid).toBe(true);
    expect(bench.reads(`${list}?distributed=false`)).toBe(1);
    const left = [...heldBack.rows];
    for (let { next } = heldBack; next !== null; ) {
      const more = await readHeldBack(issuer, assetUuid, next);
      left.push(...more.rows);
      next = more.next;
    }
    expect(heldBack.rows.length).toBeLessThan(heldBack.total);
    const sent = new Set(intent.assignments.map(({ assignmentId }) => assignmentId));
    const behind = waiting.map(({ id }) => id).filter((id) => !sent.has(id));
    expect(left.map(({ id }) => id)).toEqual(behind.toSorted((a, b) => a - b));
    expect([...new Set(left.map(({ why }) => why))].sort()).toEqual(["locked", "no-wallet", "vesting"]);
    expect(bench.reads(list)).toBe(0);
  });

  it("tells what vests when, and what waits, as its rows add up to", async () => {
    const waiting = live.filter(({ state }) => ["locked", "ready", "vesting"].includes(state));
    const { dates } = await readVesting(issuer, assetUuid);
    const sats = (rows: typeof live) => rows.reduce((sum, { amount }) => sum + amount, 0n);
    const momentOf = (row: (typeof live)[0]) => (row.hasVested ? 0 : (row.vestingTimestamp?.getTime() ?? 0));
    const moments = [...new Set(waiting.map(momentOf))].sort((one, other) => one - other);
    expect(dates.map(({ at }) => at?.getTime() ?? 0)).toEqual(moments);
    const pages = await walk(async (cursor) => {
      const { page, nextCursor, total } = await readVestingPage(
        issuer,
        assetUuid,
        query({ limit: 7, ...(cursor && { cursor }) }),
      );
      expect(total).toBe(dates.length);
      return { rows: [page], nextCursor };
    });
    expect(pages.flatMap((page) => page.dates)).toEqual(dates);
    expect(pages.at(-1)?.beforeSats).toBe(
      sats(waiting) - (pages.at(-1)?.dates ?? []).reduce((sum, date) => sum + date.sats, 0n),
    );
    const behind = readVestingPage(issuer, assetUuid, query({ cursor: offsetCursor(dates.length) }));
    await expect(behind).rejects.toMatchObject({
      ...{ code: "INVALID_INPUT", message: errorsText.oldPageLink },
    });
    for (const date of dates) {
      const rows = waiting.filter((row) => momentOf(row) === (date.at?.getTime() ?? 0));
      expect(date).toMatchObject({ count: rows.length, sats: sats(rows) });
      expect(date.heldSats).toBe(sats(rows.filter(({ state }) => state === "locked")));
      expect(date.withoutWallet).toBe(rows.filter(({ gaid }) => gaid === null).length);
      expect(date.userName).toBe(rows.length === 1 ? rows[0]?.userName : null);
    }
    for (const date of dates.slice(0, 3)) {
      const vests = date.at?.toISOString() ?? "vested";
      expect((await page({ filters: { vests }, limit: 1 })).total).toBe(date.count);
    }
    expect((await page({ filters: { vests: "soon" } })).total).toBe(0);
    const orders = new Set(live.flatMap((row) => (row.state === "pending" ? row.distributionUuid : [])));
    expect(await readLockImpact(issuer, assetUuid)).toMatchObject({
      openAssignments: waiting.length,
      openAssignmentSats: sats(waiting),
      pendingDistributions: orders.size,
    });
    expect(bench.reads(`${list}?distributed=false`) + bench.reads(list)).toBe(0);
  });

  it("judges by the time it is read at, and by the wallet the user has by then", () =>
    withOrigin("r-3", async () => {
      const [vesting, distributed] = [someone("vesting"), someone("distributed")];
      const users = [vesting.registeredUser, distributed.registeredUser];
      const setGaid = (gaid: string) =>
        pool().query(`update mirror_users set gaid = ${gaid} where id = any($1)`, [users]);
      await page();
      await setGaid("'new ' || gaid");
      await pool().query(
        "update mirror_assignments set vests_at = now() - interval '1 second' where id = $1",
        [vesting.id],
      );
      const gaid = `new ${vesting.gaid}`;
      expect(await one(vesting.id)).toMatchObject({ state: "ready", hasVested: true, gaid });
      expect(await one(distributed.id)).toEqual(distributed);
      expect((await page({ q: gaid })).rows.map(({ id }) => id)).toContain(vesting.id);
      expect(bench.reads(list)).toBe(0);
      await setGaid("substr(gaid, 5)");
    }));

  it("shows an own change at once, and asks AMP for that one alone", async () => {
    const { id, registeredUser } = someone("ready");
    await setAssignmentLock(issuer, { assetUuid, assignmentId: id, isLocked: true });
    expect(await one(id)).toMatchObject({ state: "locked" });
    await deleteAssignment(issuer, { assetUuid, assignmentId: id });
    expect(await one(id)).toBeUndefined();
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
    expect((await readVesting(issuer, assetUuid)).freshness).toEqual(freshness);
    expect((await previewDistribution(issuer, assetUuid)).register).toEqual(freshness);
    expect((await readEligibility(issuer, assetUuid, query())).page.freshness).toEqual(freshness);
    await readCopyAgain(issuer, { list: "assignments", assetUuid });
    expect((await page()).freshness.asOf.getTime()).toBeGreaterThan(freshness.asOf.getTime());
  });
});
