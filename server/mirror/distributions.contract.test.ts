import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { headOf } from "@/lib/domain/amp-distribution";
import { ampAs } from "@/server/auth/amp-session";
import { pool } from "@/server/db/client";
import { withOrigin } from "@/server/doors/origin";
import { listAmpDistributions } from "@/server/services/amp-distributions";
import { readCopyAgain } from "@/server/services/copies";
import { countDistributions, distributionsOf } from "./distributions-store";
import { type MirrorBench, openMirrorBench, query, walk } from "./testing";

vi.mock("next/headers", () => ({ headers: async () => new Headers() }));

let bench: MirrorBench;
let issuer: Actor;
let assetUuid: string;
let list: string;

beforeAll(async () => {
  bench = await openMirrorBench();
  ({ issuer, assetUuid } = bench);
  list = `/assets/${assetUuid}/distributions`;
}, 60_000);
afterAll(() => bench?.close());
beforeEach(() => bench.relay.seen.splice(0));

const page = (more: Partial<ListQuery> = {}) => listAmpDistributions(issuer, assetUuid, query(more));
const asIfLong = () =>
  pool().query("update mirror_copies set row_count = 100000 where kind = 'distributions'");

describe("the copy of an asset's distributions", () => {
  it("says that AMP is away instead of showing none", async () => {
    bench.relay.cut(list, 3_000);
    await expect(page()).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });

  it("has every one once, the newest first or last, as AMP tells them", async () => {
    const live = (await (await ampAs(issuer)).call("listDistributions", { path: { assetUuid } })).map(headOf);
    expect(live.length).toBeGreaterThan(1);
    const byId = (a: { distributionUuid: string }, b: { distributionUuid: string }) =>
      a.distributionUuid < b.distributionUuid ? -1 : 1;
    for (const sort of ["confirmed", "-confirmed"]) {
      const rows = await walk((cursor) => page({ sort, limit: 1, ...(cursor && { cursor }) }));
      const heads = rows.map(({ operationId: _, ...head }) => head);
      expect(heads.toSorted(byId)).toEqual(live.toSorted(byId));
      const times = rows.map(({ confirmedAt }) => confirmedAt?.getTime() ?? 0);
      const sign = sort === "confirmed" ? 1 : -1;
      expect(times).toEqual(times.toSorted((a, b) => sign * (a - b)));
    }
    expect((await page({ limit: 1 })).total).toBe(live.length);
    await expect(page({ cursor: "bm8" })).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });

  it("is searched, filtered and sorted, whatever the page", async () => {
    const all = (await page({ limit: 200 })).rows;
    const [one, other] = all;
    if (!one || !other) throw new Error("There are too few distributions.");
    const uuidsOf = async (more: Partial<ListQuery>) => {
      const rows = await walk((cursor) => page({ ...more, limit: 1, ...(cursor && { cursor }) }));
      return rows.map(({ distributionUuid }) => distributionUuid);
    };
    expect(await uuidsOf({ q: one.distributionUuid.slice(0, 13).toUpperCase() })).toEqual([
      one.distributionUuid,
    ]);
    expect(await uuidsOf({ q: other.txids[0]?.slice(5, 40) ?? "" })).toEqual([other.distributionUuid]);
    expect((await page({ q: "nothing like it" })).total).toBe(0);
    for (const status of ["CONFIRMED", "UNCONFIRMED"]) {
      const expected = all.filter((row) => row.status === status).map((row) => row.distributionUuid);
      expect(await uuidsOf({ filters: { status } })).toEqual(expected);
    }
    expect((await page({ filters: { run: "here" } })).total).toBe(0);
    expect((await page({ filters: { run: "elsewhere" } })).total).toBe(all.length);
    const id = distributionsOf(issuer.workspaceId, assetUuid);
    const own = { uuids: [one.distributionUuid], isIn: true };
    expect(await countDistributions(id, { among: own })).toBe(1);
    expect(await countDistributions(id, { among: { ...own, isIn: false } })).toBe(all.length - 1);
    const order =
      (by: (row: (typeof all)[0]) => bigint | number) => (a: (typeof all)[0], b: (typeof all)[0]) => {
        if (by(a) === by(b)) return a.distributionUuid < b.distributionUuid ? -1 : 1;
        return by(a) < by(b) ? -1 : 1;
      };
    for (const [sort, by] of [
      ["amount", (row: (typeof all)[0]) => row.totalSats],
      ["recipients", (row: (typeof all)[0]) => row.recipients],
    ] as const) {
      const expected = all.toSorted(order(by)).map((row) => row.distributionUuid);
      expect(await uuidsOf({ sort })).toEqual(expected);
      expect(await uuidsOf({ sort: `-${sort}` })).toEqual(expected.toReversed());
    }
  });

  it("is asked for by each page while it names few, and served with its age when it names many", async () => {
    const look = () => withOrigin("r", () => page());
    expect((await look()).freshness.source).toBe("amp");
    await look();
    expect(bench.reads(list)).toBe(2);
    const { rows } = await pool().query("select row_count from mirror_copies where kind = 'distributions'");
    const paid = (await page()).rows.reduce((sum, { recipients }) => sum + recipients, 0);
    expect(rows).toEqual([{ row_count: paid }]);
    await asIfLong();
    bench.relay.seen.splice(0);
    expect((await look()).freshness.source).toBe("mirror");
    expect(bench.reads(list)).toBe(0);
  });

  it("is asked for when a person wants it, and stays what it was when AMP's answer is cut off", async () => {
    await asIfLong();
    const { rows } = await page();
    bench.relay.cut(list, 3_000);
    const again = { list: "distributions", assetUuid } as const;
    await expect(readCopyAgain(issuer, again)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect((await page()).rows).toEqual(rows);
    bench.relay.seen.splice(0);
    await readCopyAgain(issuer, again);
    expect(bench.reads(list)).toBe(1);
  });
});
