import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { pool } from "@/server/db/client";
import { LOCKS } from "@/server/db/locks";
import { categoriesOf } from "./categories-store";
import type { CopyId } from "./copies-store";
import { holdersOf } from "./holders-store";
import { KINDS } from "./kinds";
import { refreshCopy } from "./refresh";
import { refreshDueCopies } from "./schedule";
import { type MirrorBench, openMirrorBench } from "./testing";
import { usersOf } from "./users-store";
import { utxosOf } from "./utxos-store";

let bench: MirrorBench;
const lists = {} as Record<"users" | "categories" | "holders" | "utxos", CopyId>;
beforeAll(async () => {
  bench = await openMirrorBench();
  const { workspaceId } = bench.issuer;
  Object.assign(lists, {
    users: usersOf(workspaceId),
    categories: categoriesOf(workspaceId),
    holders: holdersOf(workspaceId, bench.assetUuid),
    utxos: utxosOf(workspaceId, bench.assetUuid),
  });
}, 60_000);
afterAll(() => bench?.close());

const read = (id: CopyId) => refreshCopy(id, KINDS[id.kind]);

/** As another process that reads these lists, until the end of the test. */
async function readElsewhere(...ids: CopyId[]): Promise<() => Promise<void>> {
  const client = await pool().connect();
  for (const { workspaceId, kind, key } of ids)
    await client.query("select pg_advisory_lock($1, hashtext($2))", [
      LOCKS.mirror,
      `${workspaceId}:${kind}:${key}`,
    ]);
  let isOver = false;
  const end = async () => {
    if (isOver) return;
    isOver = true;
    await client.query("select pg_advisory_unlock_all()");
    client.release();
  };
  endings.push(end);
  return end;
}
const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

const left = async (): Promise<{ copies: number; rows: number }> => {
  const { rows } =
    await pool().query(`select (select count(*) from mirror_copies where kind = 'users')::int as copies,
    (select count(*) from mirror_users)::int as rows`);
  return rows[0];
};

it("reads other lists while it waits for three that another process reads", async () => {
  const end = await readElsewhere(lists.users, lists.categories, lists.holders);
  const waiting = [lists.users, lists.categories, lists.holders].map(read);
  await read(lists.utxos);
  expect(bench.reads(`/assets/${bench.assetUuid}/utxos`)).toBe(1);
  await end();
  await Promise.all(waiting);
});

it("forgets a copy that nobody ever looked at, and what a reading left that died, after a week", async () => {
  await read(lists.users);
  expect((await left()).rows).toBeGreaterThan(0);
  const died = 999_999;
  await pool().query(
    `insert into mirror_users select workspace_id, $1, id, name, gaid, is_company, categories, creator,
    sort_name, search, ticket, is_gone from mirror_users`,
    [died],
  );
  await pool().query(
    "update mirror_copies set next = $1, used_at = null, next_started_at = now() - interval '6 days' where kind = 'users'",
    [died],
  );
  await refreshDueCopies(300);
  expect((await left()).copies).toBe(1);
  await pool().query(
    "update mirror_copies set next_started_at = now() - interval '8 days' where kind = 'users'",
  );
  const end = await readElsewhere(lists.users);
  await refreshDueCopies(300);
  expect((await left()).copies).toBe(1);
  await end();
  await refreshDueCopies(300);
  expect(await left()).toEqual({ copies: 0, rows: 0 });
});

it("keeps one that a reading has been begun of within the day", async () => {
  await read(lists.users);
  await pool().query(
    "update mirror_copies set next = 999999, used_at = now() - interval '8 days' where kind = 'users'",
  );
  await refreshDueCopies(300);
  expect((await left()).copies).toBe(1);
});
