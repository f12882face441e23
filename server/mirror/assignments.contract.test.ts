import { beforeAll, describe, expect, it, vi } from "vitest";
import type { ListQuery } from "@/lib/contracts/list";
import { allBehind } from "@/lib/contracts/testing-portion";
import type { ListedAssignment } from "@/lib/domain/assignment";
import { distributionsText } from "@/lib/messages/distributions";
import { errorsText } from "@/lib/messages/errors";
import { pool } from "@/server/db/client";
import { withOrigin } from "@/server/doors/origin";
import { readLockImpact } from "@/server/services/asset-settings";
import { startDistribution } from "@/server/services/distributions";
import { readDistributionsPage } from "@/server/services/distributions-page";
import { exportList } from "@/server/services/exports";
import { readHeldBack } from "@/server/services/held-back";
import { offsetCursor, pageOf } from "@/server/services/list";
import { readIntentRows } from "@/server/services/shown-intents";
import { readVesting } from "@/server/services/vesting";
import { assignmentsBench, query, walk } from "./testing";

vi.mock("next/headers", () => ({ headers: async () => new Headers() }));

const { bench, issuer, live, page, one, someone, copies } = assignmentsBench();
let assetUuid: string;
let list: string;

beforeAll(() => {
  ({ assetUuid } = bench);
  list = `/assets/${assetUuid}/assignments`;
});

/** The same list, held and sorted in memory. */
function inMemory(asked: ListQuery): ListedAssignment[] {
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
    const { dates } = (await readVesting(issuer, assetUuid, query({ limit: 10_000 }))).page;
    expect(dates.reduce((sum, { count }) => sum + count, 0)).toBe(waiting.length);
    expect(bench.reads(`${list}?distributed=false`)).toBe(0);
    const { preview } = await readDistributionsPage(issuer, assetUuid, query());
    const { intent, intentHash, heldBack, lacksGaid } = preview;
    expect(intent.assignments.total + heldBack.total).toBe(waiting.length);
    expect(lacksGaid).toBe(true);
    expect(bench.reads(`${list}?distributed=false`)).toBe(1);
    const left = await allBehind(heldBack, (after) => readHeldBack(issuer, assetUuid, after));
    expect(heldBack.rows.length).toBeLessThan(heldBack.total);
    const wanted = { intentHash, order: null };
    const paid = await allBehind(intent.assignments, (after) =>
      readIntentRows(issuer, assetUuid, wanted, after),
    );
    expect([paid.length, paid.reduce((sum, { amountSats }) => sum + amountSats, 0n)]).toEqual([
      intent.assignments.total,
      intent.totalSats,
    ]);
    await expect(
      readIntentRows(issuer, assetUuid, { intentHash: "ab".repeat(32), order: null }, 0),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    const sent = new Set(paid.map(({ assignmentId }) => assignmentId));
    const behind = waiting.map(({ id }) => id).filter((id) => !sent.has(id));
    expect(left.map(({ id }) => id)).toEqual(behind.toSorted((a, b) => a - b));
    const file = await exportList(issuer, "held-back", { format: "json", of: assetUuid });
    let text = "";
    for await (const chunk of file.chunks) text += chunk;
    const { rows } = JSON.parse(text);
    expect(rows.map((row: Record<string, string>) => [row.assignment_id, row.amount_sats, row.why])).toEqual(
      left.map(({ id, amountSats, why }) => [
        id,
        String(amountSats),
        distributionsText.heldBack.reasons[why],
      ]),
    );
    expect([...new Set(left.map(({ why }) => why))].sort()).toEqual(["locked", "no-wallet", "vesting"]);
    expect(bench.reads(list)).toBe(0);
  });

  it("tells what vests when, and what waits, as its rows add up to", async () => {
    const waiting = live.filter(({ state }) => ["locked", "ready", "vesting"].includes(state));
    const {
      figures,
      page: { dates },
    } = await readVesting(issuer, assetUuid, query({ limit: 10_000 }));
    const sats = (rows: typeof live) => rows.reduce((sum, { amount }) => sum + amount, 0n);
    const momentOf = (row: (typeof live)[0]) => (row.hasVested ? 0 : (row.vestingTimestamp?.getTime() ?? 0));
    const moments = [...new Set(waiting.map(momentOf))].sort((one, other) => one - other);
    expect(dates.map(({ at }) => at?.getTime() ?? 0)).toEqual(moments);
    const [vested, held, walletless] = [
      waiting.filter(({ hasVested }) => hasVested),
      waiting.filter(({ state }) => state === "locked"),
      waiting.filter(({ hasVested, gaid }) => hasVested && gaid === null),
    ];
    expect(figures).toEqual({
      openSats: sats(waiting),
      nowSats: sats(vested) - sats(vested.filter((row) => held.includes(row))),
      laterSats: sats(waiting) - sats(vested),
      heldSats: sats(held),
      withoutWallet: walletless.length,
      withoutCategory: walletless.length, // who has no wallet is in no category there
    });
    const pages = await walk(async (cursor) => {
      const { page, nextCursor, total } = await readVesting(
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
    const behind = readVesting(issuer, assetUuid, query({ cursor: offsetCursor(dates.length) }));
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

  it("is shown for review where many are open, and read again when AMP says otherwise to what is approved", async () => {
    const many = live.filter(({ state }) => state !== "pending");
    await pool().query(
      "update mirror_assignments set is_distributed = false, distribution_uuid = null where is_distributed",
    );
    bench.relay.seen.splice(0);
    const { intent, intentHash, heldBack } = (await readDistributionsPage(issuer, assetUuid, query()))
      .preview;
    expect(intent.assignments.total + heldBack.total).toBe(many.length);
    expect(await readIntentRows(issuer, assetUuid, { intentHash, order: null }, 0)).toMatchObject({
      total: intent.assignments.total,
    });
    expect(bench.reads(`${list}?distributed=false`) + bench.reads(list)).toBe(0);
    const approval = { intentId: crypto.randomUUID(), assetUuid, intentHash };
    await expect(startDistribution(issuer, approval)).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await page({ filters: { state: "distributed" } })).total).toBe(
      live.filter(({ isDistributed }) => isDistributed).length,
    );
    expect(bench.reads(list)).toBe(1);
  });

  it("judges by the time it is read at, and by the wallet the user has by then", () =>
    withOrigin("r-3", async () => {
      const [vesting, distributed] = [someone("vesting"), someone("distributed")];
      const users = [vesting.registeredUser, distributed.registeredUser];
      const setGaid = (gaid: string) =>
        pool().query(
          `update mirror_users set gaid = ${gaid}, ticket = nextval('mirror_tickets') where id = any($1)`,
          [users],
        );
      await page();
      await setGaid("'new ' || gaid");
      await pool().query(
        "update mirror_assignments set vests_at = now() - interval '1 second' where id = $1",
        [vesting.id],
      );
      const gaid = `new ${vesting.gaid}`;
      expect(await one(vesting.id)).toMatchObject({ state: "ready", hasVested: true, gaid });
      expect(await one(distributed.id)).toEqual(distributed);
      // A list that was asked for later than the register knows the wallet better.
      await pool().query("update mirror_assignments set ticket = nextval('mirror_tickets') where id = $1", [
        vesting.id,
      ]);
      expect(await one(vesting.id)).toMatchObject({ gaid: vesting.gaid });
      await setGaid("gaid");
      expect((await page({ q: gaid })).rows.map(({ id }) => id)).toContain(vesting.id);
      expect(bench.reads(list)).toBe(0);
      await setGaid("substr(gaid, 5)");
    }));
});
