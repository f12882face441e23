import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { ampText } from "@/lib/messages/amp";
import { pool } from "@/server/db/client";
import { type MirrorBench, openMirrorBench, query } from "@/server/mirror/testing";
import { getAsset, shownAsset } from "./assets";
import { readAssignmentsPage } from "./assignments";
import { categoryChoices } from "./categories";
import { readOverview, readOverviewAway } from "./overview";
import { listUsers } from "./users";

let bench: MirrorBench;
let issuer: Actor;
let manager: Actor;
/** As pages had it while AMP answered. */
let before: Awaited<ReturnType<typeof look>>;

const look = async () => ({
  users: await listUsers(issuer, query()),
  categories: await categoryChoices(issuer),
  assignments: await readAssignmentsPage(issuer, bench.assetUuid, query()),
  asset: await shownAsset(issuer, bench.assetUuid),
});
const away = { code: "UNAVAILABLE", message: ampText.unreachable };

beforeAll(async () => {
  bench = await openMirrorBench({ assignments: 40 });
  issuer = bench.issuer;
  manager = await bench.actorOf("manager");
  before = await look();
  await listUsers(manager, query());
  await bench.relay.stop();
}, 60_000);
afterAll(() => bench?.close());

describe("while AMP is away", () => {
  it("short lists show what was copied last, with its age and AMP's words", async () => {
    const { users, categories } = await look();
    expect(users.rows).toEqual(before.users.rows);
    expect(users.rows.length).toBeGreaterThan(0);
    expect(users.freshness).toEqual({
      asOf: before.assignments.list.freshness.asOf,
      source: "mirror",
      failure: ampText.unreachable,
    });
    expect(categories).toEqual(before.categories);
  });

  it("an asset's assignments stand below the asset as AMP told it last", async () => {
    const { assignments, asset } = await look();
    expect(asset).toEqual({
      asset: before.asset.asset,
      old: { toldAt: expect.any(Date), failure: ampText.unreachable },
    });
    expect(assignments.list.rows).toEqual(before.assignments.list.rows);
    expect(assignments.list.freshness.failure).toBe(ampText.unreachable);
    expect([assignments.freeSats, assignments.choices]).toEqual([
      before.assignments.freeSats,
      before.assignments.choices,
    ]);
  });

  it("nothing is decided by what was told last, and nothing is shown that was never told", async () => {
    await expect(getAsset(issuer, bench.assetUuid)).rejects.toMatchObject(away);
    await expect(shownAsset(issuer, crypto.randomUUID())).rejects.toMatchObject(away);
    await expect(shownAsset(manager, bench.assetUuid)).rejects.toMatchObject(away);
    const elsewhere = { ...issuer, workspaceId: manager.workspaceId };
    await expect(shownAsset(elsewhere, bench.assetUuid)).rejects.toMatchObject(away);
  });

  it("a copy that lacks an own change is not shown", async () => {
    await pool().query("update mirror_copies set stale_at = now() where kind = 'categories'");
    await expect(categoryChoices(issuer)).rejects.toMatchObject(away);
    await pool().query("update mirror_copies set stale_at = null where kind = 'categories'");
  });

  it("the overview tells what the desk knows by itself", async () => {
    await expect(readOverview(issuer)).rejects.toMatchObject(away);
    const { alerts, operations, openOperations, steps } = await readOverviewAway(issuer);
    expect(alerts.map(({ kind }) => kind)).toContain("node");
    expect([operations, openOperations]).toEqual([[], 0]);
    expect(steps).toContainEqual({ kind: "notifications" });
    expect((await readOverviewAway(manager)).watched).toEqual([]);
  });
});
