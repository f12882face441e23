import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { RegisteredUser } from "@/lib/contracts/amp/registered-users";
import type { Actor } from "@/lib/domain/actor";
import { ampText } from "@/lib/messages/amp";
import { ampAs } from "@/server/auth/amp-session";
import { pool } from "@/server/db/client";
import { listMembers, setMembership } from "@/server/services/categories";
import { renameUser } from "@/server/services/user-changes";
import { addUser, listUsers } from "@/server/services/users";
import { copiedCategories } from "./categories";
import { dropGeneration, findCopy } from "./copies-store";
import { freshHolders } from "./holders";
import { markStale } from "./marks-store";
import { refreshCopy } from "./refresh";
import { refreshDueCopies } from "./schedule";
import { type MirrorBench, OWNERS, openMirrorBench, query, walk } from "./testing";
import {
  countEligibleUsers,
  freshUsers,
  USERS as KIND,
  matchingUserIds,
  refreshUsers,
  userChanged,
  usersChanged,
  usersPage,
} from "./users";
import { usersOf } from "./users-store";

/** As many as make the list a long one. */
const OTHERS = 2_200;
const ALL = OWNERS + OTHERS;
const USERS = "/registered_users/";

let bench: MirrorBench;
let issuer: Actor;

beforeAll(async () => {
  bench = await openMirrorBench({ others: OTHERS });
  issuer = bench.issuer;
}, 60_000);
afterAll(() => bench?.close());
beforeEach(() => bench.relay.seen.splice(0));

const reads = (path: string) => bench.reads(path);
const age = (ms: number) =>
  pool().query(
    "update mirror_copies set started_at = started_at - $1 * interval '1 millisecond', stale_at = null",
    [ms],
  );

const add = (name: string) =>
  addUser(issuer, { intentId: crypto.randomUUID(), name, isCompany: false, gaid: "" });

/** A workspace that has copied a register with these users. @returns its id */
async function workspaceOf(role: string, name: string, users: number[]): Promise<string> {
  const id = crypto.randomUUID();
  await pool().query(
    `insert into workspaces select $1, environment, $2, $3, null, token_cipher, $3, true, now(), now()
     from workspaces where id = $4`,
    [id, role, name, issuer.workspaceId],
  );
  await pool().query(
    `insert into mirror_copies (workspace_id, kind, key, generation, started_at, took_ms, row_count)
     values ($1, 'users', '', 1, now(), 1, $2)`,
    [id, OTHERS],
  );
  await pool().query(
    `insert into mirror_users select $1, 1, n, '', null, false, '{}', 0, '', '', 1, false from unnest($2::int[]) as n`,
    [id, users],
  );
  return id;
}

describe("the copy of the register", () => {
  it("holds what AMP lists, read once, and serves it without AMP", async () => {
    const live = await (await ampAs(issuer)).call("listRegisteredUsers");
    bench.relay.seen.splice(0);
    const [one, other] = await Promise.all([freshUsers(issuer), freshUsers(issuer)]);
    expect([one.rowCount, other.generation]).toEqual([ALL, one.generation]);
    const rows = await walk((cursor) =>
      usersPage(issuer, query({ limit: 100, sort: "id", ...(cursor && { cursor }) })),
    );
    expect(rows).toEqual(live.toSorted((a, b) => a.id - b.id));
    expect(reads(USERS)).toBe(1);
    expect((await usersPage(issuer, query())).freshness.source).toBe("mirror");
  });

  it("pages in the order of names without losing or repeating one of many with the same name", async () => {
    await pool().query("update mirror_users set name = 'Same', sort_name = 'same' where id % 3 = 0");
    for (const sort of ["name", "-name"]) {
      const rows = await walk((cursor) =>
        usersPage(issuer, query({ limit: 199, sort, ...(cursor && { cursor }) })),
      );
      expect(new Set(rows.map(({ id }) => id)).size).toBe(ALL);
      expect(rows).toHaveLength(ALL);
    }
    await expect(usersPage(issuer, query({ cursor: "bm8" }))).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    await refreshUsers(issuer);
  });

  it("finds by name, GAID and number, and filters as the live list did", async () => {
    const live = await (await ampAs(issuer)).call("listRegisteredUsers");
    const one = live.find((user) => user.isCompany && user.gaid !== null);
    if (!one?.gaid) throw new Error("The seeded user has no wallet.");
    for (const q of [one.name.toUpperCase(), one.gaid.toLowerCase(), String(one.id)]) {
      expect((await usersPage(issuer, query({ q }))).rows).toContainEqual(one);
    }
    const count = (matches: (user: RegisteredUser) => boolean) => live.filter(matches).length;
    const total = async (filters: Record<string, string>) =>
      (await usersPage(issuer, query({ filters }))).total;
    const [category = 0] = one.categories;
    const isIn = (user: RegisteredUser) => user.categories.includes(category);
    expect(await total({ company: "yes" })).toBe(count((user) => user.isCompany));
    expect(await total({ category: String(category) })).toBe(count(isIn));
    expect(await total({ without: String(category), company: "no" })).toBe(
      count((user) => !isIn(user) && !user.isCompany),
    );
    expect(await total({ wallet: "no" })).toBe(OTHERS);
    expect(await total({ category: "none" })).toBe(0);
    const { users, eligible } = await countEligibleUsers(issuer, [
      [],
      [category],
      one.categories,
      [category, 0],
    ]);
    expect([users, ...eligible]).toEqual([
      ALL,
      ALL,
      count(isIn),
      count((user) => one.categories.every((id) => user.categories.includes(id))),
      0,
    ]);
    const companies = live.filter((user) => user.isCompany);
    const ids = await matchingUserIds(issuer, { filters: { company: "yes" } });
    expect(ids).toEqual(companies.map(({ id }) => id).sort((a, b) => a - b));
  });

  it("stays what it was when AMP's answer is cut off in the middle", async () => {
    const before = await freshUsers(issuer);
    bench.relay.cut(USERS, 180_000);
    await expect(refreshUsers(issuer)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    const { rows } = await pool().query("select generation, next from mirror_copies where kind = 'users'");
    expect(rows).toEqual([{ generation: String(before.generation), next: null }]);
    const stored = await pool().query("select distinct generation from mirror_users");
    expect(stored.rows).toEqual([{ generation: String(before.generation) }]);
    await refreshUsers(issuer); // the next page after a change would wait for this
  });

  it("is read by one of several processes, the others wait for it", async () => {
    vi.resetModules(); // another process knows nothing of what this one is reading
    const other = await import("./users");
    await usersChanged(issuer);
    const [one, another] = await Promise.all([freshUsers(issuer), other.freshUsers(issuer)]);
    expect([reads(USERS), another.generation]).toEqual([1, one.generation]);
  });

  it("stays served when a reading ends badly only after it took its place", async () => {
    const before = await freshUsers(issuer);
    const id = usersOf(issuer.workspaceId);
    await refreshCopy(id, { ...KIND, weigh: () => 10, tables: ["mirror_nothing"] });
    const { rows } = await usersPage(issuer, query());
    expect([rows.length, reads(USERS)]).toEqual([50, 1]);
    const { generation } = await freshUsers(issuer);
    expect(generation).toBeGreaterThan(before.generation);
    const dropped: number[] = [];
    for (const one of [generation, before.generation])
      await dropGeneration(id, one, async () => void dropped.push(one));
    expect(dropped).toEqual([before.generation]);
    await refreshUsers(issuer);
  });

  it("clears away what a killed process left behind", async () => {
    await pool().query(
      `insert into mirror_users select workspace_id, 999999, id, name, gaid, is_company, categories, creator, sort_name,
        search, 999999, is_gone from mirror_users`,
    );
    await pool().query("update mirror_copies set next = 999999 where kind = 'users'");
    await refreshUsers(issuer);
    const { rows } = await pool().query(
      "select count(*)::int as rows, count(distinct generation)::int as kept from mirror_users",
    );
    expect(rows).toEqual([{ rows: ALL, kept: 1 }]);
  });

  it("is shown with its age while it is read again behind, and waited for when it is too old", async () => {
    await age(26 * 60_000);
    const shown = await freshUsers(issuer);
    expect(shown.ageMs).toBeGreaterThan(10 * 60_000);
    await expect.poll(async () => (await freshUsers(issuer)).ageMs, { interval: 20 }).toBeLessThan(60_000);
    expect(reads(USERS)).toBe(1);
    await age(60 * 60_000);
    expect((await freshUsers(issuer)).ageMs).toBeLessThan(60_000);
    await age(60 * 60_000);
    bench.relay.cut(USERS, 10);
    expect(await freshUsers(issuer)).toMatchObject({ failure: ampText.unreachable });
    bench.relay.cut(USERS, 10);
    const page = await usersPage(issuer, query());
    expect(page.rows).toHaveLength(50);
    expect(page.freshness).toMatchObject({ source: "mirror", failure: ampText.unreachable });
    expect((await usersPage(issuer, query())).freshness.failure).toBeUndefined();
  });

  it("stays to be shown when a person wants it read again while AMP is away", async () => {
    await refreshUsers(issuer);
    bench.relay.cut(USERS, 10);
    await expect(refreshUsers(issuer)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect((await freshUsers(issuer)).isStale).toBe(false);
    const [before, now] = [await freshUsers(issuer), await refreshUsers(issuer)];
    expect(now.startedAt.getTime()).toBeGreaterThan(before.startedAt.getTime());
  });

  it("is read by the worker while somebody uses it: after a while, and after a change", async () => {
    await refreshUsers(issuer);
    bench.relay.seen.splice(0);
    await refreshDueCopies(300);
    expect(reads(USERS)).toBe(0);
    await usersChanged(issuer);
    await refreshDueCopies(300);
    await refreshDueCopies(300);
    expect(reads(USERS)).toBe(1);
    expect((await freshUsers(issuer)).isStale).toBe(false);
    await pool().query("update mirror_copies set next_started_at = next_started_at - interval '10 minutes'");
    await pool().query(
      "update mirror_copies set used_at = used_at - interval '2 hours' where kind <> 'users'",
    );
    await refreshDueCopies(300);
    expect(bench.relay.seen).toEqual([`GET /api${USERS}`, `GET /api${USERS}`]);
  });

  it("is left longer where AMP takes long for it, but not after a change", async () => {
    await refreshUsers(issuer);
    const minutesOld = (minutes: number) =>
      pool().query(
        `update mirror_copies set stale_at = null, took_ms = 30000, next_started_at = now() - interval '${minutes} minutes'
         where kind = 'users'`,
      );
    const readsAfter = async (minutes: number) => {
      bench.relay.seen.splice(0);
      await minutesOld(minutes);
      await refreshDueCopies(300);
      return reads(USERS);
    };
    expect([await readsAfter(9), await readsAfter(11)]).toEqual([0, 1]);
    await pool().query("update mirror_copies set took_ms = 30000 where kind = 'users'");
    await usersChanged(issuer);
    await refreshDueCopies(300);
    expect((await freshUsers(issuer)).isStale).toBe(false);
  });

  it("goes when nobody has looked at it for a week", async () => {
    await freshUsers(issuer);
    await pool().query("update mirror_copies set used_at = used_at - interval '8 days' where kind = 'users'");
    await refreshDueCopies(300);
    const { rows } = await pool().query("select count(*)::int as left from mirror_users");
    expect(rows).toEqual([{ left: 0 }]);
    expect((await usersPage(issuer, query())).total).toBe(ALL);
  });

  it("shows an own change at once, one made while the list comes in too", async () => {
    await refreshUsers(issuer);
    const { id } = await add("Zelda Added");
    expect((await listUsers(issuer, query({ q: "zelda" }))).rows.map((user) => user.id)).toEqual([id]);
    expect(reads(USERS)).toBe(1);
    const { id: categoryId } = (await (await ampAs(issuer)).call("listCategories"))[0] ?? { id: 0 };
    bench.relay.meanwhile(USERS, async () => {
      await add("Zenon Meanwhile"); // AMP's list was without it
      await setMembership(issuer, { categoryId, userId: id, isMember: true });
    });
    await refreshUsers(issuer);
    expect((await usersPage(issuer, query({ q: "zenon" }))).total).toBe(1);
    expect((await usersPage(issuer, query({ q: "zelda" }))).rows[0]?.categories).toEqual([categoryId]);
    await (await ampAs(issuer)).call("deleteRegisteredUser", { path: { registeredUserId: id } });
    await userChanged(issuer, id);
    expect((await usersPage(issuer, query({ q: "zelda" }))).total).toBe(0);
  });

  it("waits for a new list when an own change could not be read", async () => {
    const before = await freshUsers(issuer);
    await markStale(usersOf(issuer.workspaceId));
    bench.relay.cut(USERS, 10);
    await expect(freshUsers(issuer)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect((await freshUsers(issuer)).generation).toBeGreaterThan(before.generation);
  });

  it("is a manager's own, as AMP tells that manager", async () => {
    const manager = await bench.actorOf("manager");
    const live = await (await ampAs(manager)).call("listRegisteredUsers");
    const { rows } = await usersPage(manager, query({ limit: 100, sort: "id" }));
    expect(rows).toEqual(live.toSorted((a, b) => a.id - b.id).slice(0, 100));
    const { rows: copies } = await pool().query(
      "select workspace_id from mirror_copies where kind = 'users'",
    );
    expect(copies.map((row) => row.workspace_id).sort()).toEqual(
      [issuer.workspaceId, manager.workspaceId].sort(),
    );
    await expect(freshHolders(manager, bench.assetUuid)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("is read again after a change that the issuer's manager, or the issuer, has made at this desk", async () => {
    const manager = await bench.actorOf("manager");
    const total = async (actor: Actor, q: string) => (await usersPage(actor, query({ q }))).total;
    await Promise.all([freshUsers(issuer), freshUsers(manager)]);
    const long = [manager, issuer].map(({ workspaceId }) => workspaceId);
    await pool().query(
      "update mirror_copies set row_count = 100000, took_ms = 0 where kind = 'users' and workspace_id = any($1)",
      [long],
    );
    const soon = () =>
      pool().query(
        "update mirror_copies set next_started_at = next_started_at - interval '31 seconds', changed_beside_at = changed_beside_at - interval '31 seconds' where kind = 'users' and changed_beside_at >= next_started_at and workspace_id = any($1)",
        [long],
      );
    bench.relay.seen.splice(0);
    const { id } = await add("Zacharias Own");
    // Nobody waits for what somebody else has changed: it is shown as it was, and the worker reads it again soon.
    expect([await total(manager, "zacharias"), await total(issuer, "zacharias")]).toEqual([0, 1]);
    await refreshDueCopies(300);
    expect(reads(USERS)).toBe(0);
    await soon();
    await refreshDueCopies(300);
    expect(reads(USERS)).toBe(1); // the manager's
    expect(await total(manager, "zacharias")).toBe(1);
    await pool().query(
      "update mirror_copies set row_count = 100000, took_ms = 0 where kind = 'users' and workspace_id = any($1)",
      [long],
    );
    await renameUser(manager, { userId: id, name: "Zacharias Renamed" });
    await soon();
    await refreshDueCopies(300);
    expect([await total(issuer, "renamed"), await total(manager, "renamed")]).toEqual([1, 1]);
  });

  it("is not read again for what another issuer's people change", async () => {
    await freshUsers(issuer);
    const ids = [
      await workspaceOf("issuer", "another-issuer", [900_001, 900_002]),
      await workspaceOf("manager", "another-manager", [900_002]),
      await workspaceOf("manager", "new-manager", []),
    ];
    const markedOnes = async () =>
      (
        await pool().query<{ id: string }>(
          "select workspace_id as id from mirror_copies where kind = 'users' and changed_beside_at is not null and workspace_id = any($1)",
          [ids],
        )
      ).rows.map(({ id }) => id);
    const [foreignIssuer, foreignManager] = ids;
    await usersChanged(issuer);
    expect(await markedOnes()).toEqual([]);
    await freshUsers(issuer);
    await usersChanged({ workspaceId: foreignManager ?? "" });
    // Of a manager whose register is empty nobody knows whose he is.
    expect(await markedOnes()).toEqual([foreignIssuer]);
    expect((await findCopy(usersOf(issuer.workspaceId)))?.isStale).toBe(false);
    for (const table of ["mirror_users", "mirror_copies"])
      await pool().query(`delete from ${table} where workspace_id = any($1)`, [ids]);
    await pool().query("delete from workspaces where id = any($1)", [ids]);
  });

  it("belongs to one workspace", async () => {
    const stranger = { ...issuer, workspaceId: crypto.randomUUID() };
    expect(await matchingUserIds(issuer, { filters: {} })).not.toEqual([]);
    await expect(usersPage(stranger, query())).rejects.toThrow();
  });
});

describe("the copy of the categories", () => {
  it("counts members instead of listing them, and shows an own change", async () => {
    const live = await (await ampAs(issuer)).call("listCategories");
    const { categories: copied } = await copiedCategories(issuer);
    expect(copied).toEqual(
      live
        .map(({ registeredUsers, ...category }) => ({ ...category, memberCount: registeredUsers.length }))
        .sort((a, b) => a.id - b.id),
    );
    const [category] = copied;
    const [user] = (await usersPage(issuer, query({ filters: { without: String(category?.id) } }))).rows;
    if (!category || !user) throw new Error("The seeded register has no category or nobody without it.");
    const member = { categoryId: category.id, userId: user.id };
    await setMembership(issuer, { ...member, isMember: true });
    expect((await copiedCategories(issuer)).categories[0]?.memberCount).toBe(category.memberCount + 1);
    const found = await listMembers(issuer, category.id, query({ q: String(user.id) }));
    expect(found.rows.map(({ id }) => id)).toContain(user.id);
    await setMembership(issuer, { ...member, isMember: false });
    expect((await listMembers(issuer, category.id, query())).total).toBe(category.memberCount);
  });
});
