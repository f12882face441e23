import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { hhiOf } from "@/lib/domain/concentration";
import { isLosing } from "@/lib/domain/eligibility";
import type { OwnedPart } from "@/lib/domain/ownership";
import { supplyOf } from "@/lib/domain/supply";
import { concentrationOf, lorenzOf, toHolders } from "@/lib/domain/testing-owners";
import { encodeJson } from "@/lib/json";
import { ampText } from "@/lib/messages/amp";
import { ampAs } from "@/server/auth/amp-session";
import { db, pool } from "@/server/db/client";
import { withOrigin } from "@/server/doors/origin";
import { beginGeneration, serveGeneration } from "./copies-store";
import { eligibilityPage } from "./eligibility";
import {
  countHoldersLosing,
  freshHolders,
  HOLDERS,
  holderFigures,
  holdersChanged,
  holdersPage,
  ownersHeld,
  refreshHolders,
} from "./holders";
import { holdersOf, storeHoldings } from "./holders-store";
import { largestOwners } from "./owners";
import { type MirrorBench, openMirrorBench, query, walk } from "./testing";
import { utxosPage, withBlacklisted } from "./utxos";
import { storeUtxos, utxosOf } from "./utxos-store";

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

/** A copy as if AMP had answered it, with a treasury that counts for no holder. */
async function serve(key: string, amounts: bigint[]): Promise<void> {
  const id = holdersOf(issuer.workspaceId, key);
  const { generation } = await beginGeneration(id);
  const part = (gaid: string | null, amount: bigint): OwnedPart => ({ owner: null, gaid, amount });
  const holders = amounts.map((amount, at) => ({
    part: part(`GA${at}`, amount),
    holderId: `account:GA${at}`,
    kind: "account" as const,
    userId: null,
  }));
  const treasury = { part: part(null, 5n), holderId: "treasury", kind: "treasury" as const, userId: null };
  await storeHoldings(db(), id, generation, [treasury, ...holders], 0);
  const figures = encodeJson(await HOLDERS.complete?.(db(), id, generation));
  const beside = encodeJson({ supplySats: 0n, blacklistedSats: 0n, lostOutputs: 0 });
  const finished = { rowCount: 1, tookMs: 1, digest: null, figures, beside };
  await serveGeneration(id, generation, finished, async () => {});
}

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
    const { aggregates, lorenz, whole } = await holderFigures(issuer, assetUuid);
    const { totalSats, topSats, holdersToHalf, hhi } = concentrationOf(holders.map((row) => row.amountSats));
    expect(aggregates).toMatchObject({
      holderCount: holders.length,
      heldSats: totalSats,
      topSats,
      holdersToHalf,
    });
    expect(hhiOf(aggregates.squaresSum, aggregates.heldSats)).toBe(hhi);
    expect(lorenz).toEqual(lorenzOf(holders.map((row) => row.amountSats)));
    const summary = await amp.call("getSummary", { path });
    expect(whole).toEqual({
      supplySats: supplyOf(summary),
      blacklistedSats: summary.blacklisted,
      lostOutputs: 0,
    });
    expect(await largestOwners(ownersHeld(issuer.workspaceId, assetUuid), 3)).toHaveLength(
      live.some(({ kind }) => kind === "treasury") ? 4 : 3,
    );
  });

  it("is summed up by PostgreSQL as by the exact arithmetic, for few and many, equal and unequal", async () => {
    for (const [count, different] of [
      ...[0, 1, 2, 49, 50, 51, 137].map((count) => [count, count] as const),
      ...([
        [50, 1],
        [173, 4],
        [700, 90],
      ] as const),
    ]) {
      const key = randomUUID();
      const amounts = Array.from({ length: count }, (_, at) => BigInt(1 + ((at * 7_919) % different) ** 3));
      await serve(key, amounts);
      const { totalSats, topSats, holdersToHalf } = concentrationOf(amounts);
      const { aggregates, lorenz } = await holderFigures(issuer, key);
      expect(aggregates).toMatchObject({ heldSats: totalSats, topSats, holdersToHalf });
      expect([count, lorenz]).toEqual([count, lorenzOf(amounts)]);
    }
  });

  it("puts together what is blacklisted in each of an owner's GAIDs, and tells the treasury's apart", async () => {
    const id = utxosOf(issuer.workspaceId, randomUUID());
    const { generation } = await beginGeneration(id);
    const outputs = [
      [5, "GA1", 10n, true],
      [5, "GA1", 100n, false],
      [5, "GA2", 3n, true],
      [null, "GA3", 7n, true],
      [null, null, 1n, true],
    ] as const;
    const utxos = outputs.map(([registeredUser, gaid, amount, blacklisted], vout) => ({
      ...{ txid: "ab".repeat(32), vout, asset: "cd".repeat(32) },
      ...{ registeredUser, gaid, amount, blacklisted },
    }));
    await storeUtxos(db(), id, generation, utxos);
    const finished = { rowCount: 5, tookMs: 1, digest: null, beside: null, figures: null };
    await serveGeneration(id, generation, finished, async () => {});
    const parts = utxos.map(({ registeredUser, gaid, amount }) => ({
      ...{ owner: registeredUser === 5 ? "5" : gaid === null ? "1" : null, gaid, amount },
    }));
    const told = async (by: "user" | "gaid") => {
      const holders = await withBlacklisted(issuer.workspaceId, id.key, toHolders(parts, 1, new Map(), by));
      return Object.fromEntries(holders.map((holder) => [holder.id, holder.blacklistedSats]));
    };
    expect(await told("user")).toEqual({ "user:5": 13n, "account:GA3": 7n, treasury: 1n });
    expect(await told("gaid")).toEqual({ "gaid:GA1": 10n, "gaid:GA2": 3n, "gaid:GA3": 7n, treasury: 1n });
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

  it("is shown with its age and AMP's words while AMP is away, until something of its own has changed", async () => {
    const path = `/assets/${assetUuid}/ownerships`;
    const before = await freshHolders(issuer, assetUuid);
    bench.relay.cut(path, 10);
    expect(await freshHolders(issuer, assetUuid)).toEqual({
      asOf: before.asOf,
      source: "mirror",
      failure: ampText.unreachable,
    });
    const { rows } = await holdersPage(issuer.workspaceId, assetUuid, { ...query(), by: "user" });
    expect(rows.length).toBeGreaterThan(0);
    await holdersChanged(issuer, assetUuid);
    bench.relay.cut(path, 10);
    await expect(freshHolders(issuer, assetUuid)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(await freshHolders(issuer, assetUuid)).toMatchObject({ source: "amp" });
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

  it("finds one GAID alone among the GAIDs, and all of a user's by the name", async () => {
    const users = await (await ampAs(issuer)).call("listRegisteredUsers");
    const user = users.find(({ gaid }) => gaid !== null);
    if (!user?.gaid) throw new Error("Somebody has a GAID.");
    const id = holdersOf(issuer.workspaceId, randomUUID());
    const { generation } = await beginGeneration(id);
    const holding = (gaid: string | null, userId: number | null) => ({
      part: { owner: null, gaid, amount: 10n },
      holderId: userId === null ? "treasury" : `user:${userId}`,
      kind: userId === null ? ("treasury" as const) : ("user" as const),
      userId,
    });
    const holdings = [holding(user.gaid, user.id), holding("GAsecond", user.id), holding(null, null)];
    await storeHoldings(db(), id, generation, holdings, 0);
    const figures = encodeJson(await HOLDERS.complete?.(db(), id, generation));
    const finished = { rowCount: 3, tookMs: 1, digest: null, figures, beside: null };
    await serveGeneration(id, generation, finished, async () => {});
    const found = async (by: "user" | "gaid", q: string) => {
      const kinds = q === "treasury" ? ["treasury" as const] : [];
      const page = await holdersPage(issuer.workspaceId, id.key, { ...query({ q }), by, namedKinds: kinds });
      expect(page.total).toBe(page.rows.length);
      return page.rows.map((row) => row.id).sort();
    };
    const [first, second] = [`gaid:${user.gaid}`, "gaid:GAsecond"];
    expect(await found("gaid", user.gaid)).toEqual([first]);
    expect(await found("gaid", user.gaid.slice(0, 12).toUpperCase())).toEqual([first]);
    expect(await found("gaid", "GASECOND")).toEqual([second]);
    expect(await found("gaid", user.name)).toEqual([first, second].sort());
    expect(await found("gaid", "treasury")).toEqual(["treasury"]);
    for (const q of [user.gaid, "gasecond", user.name])
      expect(await found("user", q)).toEqual([`user:${user.id}`]);
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
