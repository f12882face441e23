import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { ampText } from "@/lib/messages/amp";
import { copiesText } from "@/lib/messages/copies";
import { pool } from "@/server/db/client";
import { freshHolders } from "@/server/mirror/holders";
import { type MirrorBench, openMirrorBench, query } from "@/server/mirror/testing";
import { matchingUserIds } from "@/server/mirror/users";
import { pageReads, withRequestId } from "@/server/platform/request-context";
import { getAsset, shownAsset } from "./assets";
import { readAssignmentsPage } from "./assignments";
import { matchingAssignments } from "./assignments-matching";
import { categoryChoices } from "./categories";
import { editCategory } from "./category-edits";
import { planMemberships } from "./category-impact";
import { readOverview, readOverviewAway } from "./overview";
import { renameUser } from "./user-changes";
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
const asPage = <T>(read: () => Promise<T>): Promise<T> => withRequestId("a-page", read, pageReads());
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
    expect(assignments.choices).toEqual(before.assignments.choices);
  });

  it("what is free says how old the older of its two copies is", async () => {
    const { free } = before.assignments;
    const age = (kind: "assignments" | "holders", minutes: number) =>
      pool().query(
        `update mirror_copies set started_at = started_at - $1 * interval '1 minute'
          where workspace_id = $2 and kind = $3 and key = $4`,
        [minutes, issuer.workspaceId, kind, bench.assetUuid],
      );
    const minutesOlder = async () => {
      const { sats, freshness } = (await look()).assignments.free;
      expect([sats, freshness.source, freshness.failure]).toEqual([free.sats, "mirror", ampText.unreachable]);
      return Math.round((free.freshness.asOf.getTime() - freshness.asOf.getTime()) / 60_000);
    };
    await age("assignments", 9);
    expect(await minutesOlder()).toBe(9);
    await age("holders", 18);
    expect(await minutesOlder()).toBe(18);
    await age("assignments", -9);
    await age("holders", -18);
  });

  it("nothing is decided by what was told last, and nothing is shown that was never told", async () => {
    await expect(getAsset(issuer, bench.assetUuid)).rejects.toMatchObject(away);
    await expect(shownAsset(issuer, crypto.randomUUID())).rejects.toMatchObject(away);
    await expect(shownAsset(manager, bench.assetUuid)).rejects.toMatchObject(away);
    const elsewhere = { ...issuer, workspaceId: manager.workspaceId };
    await expect(shownAsset(elsewhere, bench.assetUuid)).rejects.toMatchObject(away);
  });

  it("a page shows a copy that may lack an own change, and says so; nothing goes by it", async () => {
    const [user] = before.users.rows;
    const [category] = before.categories;
    if (!user || !category) throw new Error("The seeded register is empty.");
    const unclear = { code: "UNAVAILABLE", message: ampText.noAnswer };
    await expect(renameUser(issuer, { userId: user.id, name: "Ada" })).rejects.toMatchObject(unclear);
    const { id: categoryId, name } = category;
    const content = { categoryId, name, description: "Never told" };
    await expect(editCategory(issuer, content)).rejects.toMatchObject(unclear);

    const [users, choices, assignments] = await asPage(() =>
      Promise.all([
        listUsers(issuer, query()),
        categoryChoices(issuer),
        readAssignmentsPage(issuer, bench.assetUuid, query()),
      ]),
    );
    const mayLack = { failure: `${ampText.unreachable} ${copiesText.mayLack}`, mayLack: true };
    expect(users.rows).toEqual(before.users.rows);
    expect(users.freshness).toMatchObject({ source: "mirror", ...mayLack });
    expect(choices).toEqual(before.categories);
    // The names are the register's.
    expect(await asPage(() => freshHolders(issuer, bench.assetUuid))).toMatchObject(mayLack);
    expect(assignments.list.freshness).toMatchObject(mayLack);
    expect(assignments.list.rows).toEqual(before.assignments.list.rows);

    const change = { userId: user.id, memberships: [{ categoryId, isMember: true }] };
    await expect(asPage(() => matchingUserIds(issuer, { filters: {} }))).rejects.toMatchObject(away);
    await expect(planMemberships(issuer, [change])).rejects.toMatchObject(away);
    const held = matchingAssignments(issuer, bench.assetUuid, { filters: {} }, "lock");
    await expect(held).rejects.toMatchObject(away);
    await expect(listUsers(issuer, query())).rejects.toMatchObject(away);
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
