import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { concentrationOf, hhiOf } from "@/lib/domain/concentration";
import { isLosing } from "@/lib/domain/eligibility";
import { toHolders } from "@/lib/domain/ownership";
import { ampAs } from "@/server/auth/amp-session";
import { pool } from "@/server/db/client";
import { withOrigin } from "@/server/doors/origin";
import { eligibilityPage } from "./eligibility";
import {
  countHoldersLosing,
  freshHolders,
  holderAggregates,
  holdersChanged,
  holdersPage,
  largestHoldersOf,
  refreshHolders,
} from "./holders";
import { type MirrorBench, openMirrorBench, query, walk } from "./testing";
import { utxosPage } from "./utxos";

vi.mock("next/headers", () => ({ headers: async () => new Headers() }));

let bench: MirrorBench;
let issuer: Actor;
let assetUuid: string;

beforeAll(async () => {
  bench = await openMirrorBench();
  ({ issuer, assetUuid } = bench);
}, 60_000);
afterAll(() => bench?.close());
beforeEach(() => bench.relay.seen.splice(0));

describe("the copy of an asset's owners", () => {
  it("adds up, sorts and finds as the live answer does", async () => {
    const amp = await ampAs(issuer);
    const path = { assetUuid };
    const [asset, parts, users] = [
      await amp.call("getAsset", { path }),
      await amp.call("listOwnerships", { path }),
      await amp.call("listRegisteredUsers"),
    ];
    const live = toHolders(parts, asset.issuer, new Map(users.map(({ id, name }) => [id, name])));
    await freshHolders(issuer, assetUuid);
    for (const by of ["user", "gaid"] as const) {
      const page = (cursor?: string) =>
        holdersPage(issuer.workspaceId, assetUuid, {
          ...query({ limit: 100, ...(cursor && { cursor }) }),
          by,
        });
      expect((await page()).total).toBe(live.length);
    }
    const rows = await walk((cursor) =>
      holdersPage(issuer.workspaceId, assetUuid, query({ limit: 100, ...(cursor && { cursor }) })),
    );
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect(rows.toSorted(byId)).toEqual(live.toSorted(byId));
    expect(rows.map(({ amountSats }) => amountSats)).toEqual(live.map(({ amountSats }) => amountSats));
    const holders = live.filter(({ kind }) => kind !== "treasury");
    const aggregates = await holderAggregates(issuer.workspaceId, assetUuid, { top: 10 });
    const { totalSats, topSats, holdersToHalf, hhi } = concentrationOf(holders.map((row) => row.amountSats));
    expect(aggregates).toMatchObject({
      holderCount: holders.length,
      heldSats: totalSats,
      topSats,
      holdersToHalf,
    });
    expect(hhiOf(aggregates.squaresSum, aggregates.heldSats)).toBe(hhi);
    expect(await largestHoldersOf(issuer.workspaceId, assetUuid, 3)).toHaveLength(
      live.some(({ kind }) => kind === "treasury") ? 4 : 3,
    );
  });

  it("is asked for by each page while it is short, and written again only when it is another one", async () => {
    const generations = async () =>
      (await pool().query("select max(generation) as last from mirror_holders")).rows;
    const before = await generations();
    const [first, second] = [await freshHolders(issuer, assetUuid), await freshHolders(issuer, assetUuid)];
    expect(bench.reads(`/assets/${assetUuid}/ownerships`)).toBe(2);
    expect(second.asOf.getTime()).toBeGreaterThan(first.asOf.getTime());
    expect([first.source, await generations()]).toEqual(["amp", before]);
  });

  it("is asked for once by one request, by the next one again, and after a change within one", async () => {
    const rules = { isLocked: false, isAuthorized: true, transferRestricted: true, requirements: [] };
    const paths = ["/registered_users/", `/assets/${assetUuid}/utxos`, `/assets/${assetUuid}/ownerships`];
    const look = async () => {
      await eligibilityPage(issuer, assetUuid, rules, query());
      await Promise.all([utxosPage(issuer, assetUuid, query()), freshHolders(issuer, assetUuid)]);
      await freshHolders(issuer, assetUuid);
    };
    await withOrigin("r-1", look);
    expect(paths.map(bench.reads)).toEqual([1, 1, 1]);
    await withOrigin("r-2", async () => {
      await look();
      await holdersChanged(issuer, assetUuid);
      await look();
    });
    expect(paths.map(bench.reads)).toEqual([2, 2, 3]);
  });

  it("counts the owners whom a further category would keep out", async () => {
    const users = await (await ampAs(issuer)).call("listRegisteredUsers");
    const owners = await walk((cursor) =>
      holdersPage(issuer.workspaceId, assetUuid, query({ limit: 100, ...(cursor && { cursor }) })),
    );
    const [investors = 0, companies = 0] = users.find((user) => user.isCompany)?.categories ?? [];
    for (const [before, after] of [
      [[investors], [investors, companies]],
      [[investors, companies], [investors]],
      [[], [0]],
    ] as const) {
      const losing = users.filter((user) => isLosing(user, before, after)).map(({ id }) => id);
      expect(await countHoldersLosing(issuer.workspaceId, assetUuid, before, after)).toBe(
        owners.filter(({ userId }) => userId !== null && losing.includes(userId)).length,
      );
    }
  });

  it("finds an owner by name, GAID and kind, in the order of names", async () => {
    const find = (more: Partial<ListQuery>) => holdersPage(issuer.workspaceId, assetUuid, query(more));
    const [some] = (await find({ filters: { kind: "user" } })).rows;
    if (!some?.name) throw new Error("The seeded owner has no name.");
    for (const q of [some.name.toLowerCase(), some.gaids[0]?.gaid ?? ""]) {
      expect((await find({ q })).rows.map(({ id }) => id)).toContain(some.id);
    }
    const named = await walk((cursor) => find({ sort: "owner", limit: 100, ...(cursor && { cursor }) }));
    expect(named).toHaveLength((await find({})).total ?? -1);
    expect((await find({ filters: { kind: "account" } })).rows).toEqual([]);
  });

  it("stays what it was when AMP's answer is cut off", async () => {
    const before = await find();
    bench.relay.cut("/ownerships", 3_000);
    await expect(refreshHolders(issuer, assetUuid)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(await find()).toEqual(before);

    function find() {
      return holdersPage(issuer.workspaceId, assetUuid, query());
    }
  });
});
