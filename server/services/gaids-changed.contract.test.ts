import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { pool } from "@/server/db/client";
import { showUsers } from "@/server/register/show";
import { newGaid } from "@/server/sandbox/amp/testing";
import { type Bench, openBench } from "@/server/treasury/testing";
import { deleteUser } from "./user-changes";
import { addGaid, addUser } from "./users";

let bench: Bench;
const other = randomUUID();
beforeAll(async () => {
  bench = await openBench();
  await pool().query(
    `insert into workspaces select $1, environment, 'issuer', 'other', null, token_cipher, 'other', true, now(), now()
     from workspaces where id = $2`,
    [other, bench.actor.workspaceId],
  );
}, 30_000);
afterAll(() => bench?.close());
afterEach(() => bench.proxy.heal());

/** Copies of two assets, and one of another workspace: of the first asset units lie at a GAID of nobody's. */
beforeEach(async () => {
  for (const table of ["mirror_holdings", "mirror_utxos"]) await pool().query(`delete from ${table}`);
  await pool().query("delete from mirror_copies where kind in ('holders', 'utxos', 'assignments')");
  await pool().query(
    `insert into mirror_copies (workspace_id, kind, key, generation, started_at, took_ms, row_count)
     select whose, kind, asset, row_number() over (), now(), 1, 5000
     from unnest($1::uuid[]) as whose, unnest('{holders,utxos,assignments}'::text[]) as kind,
       unnest('{one,other}'::text[]) as asset`,
    [[bench.actor.workspaceId, other]],
  );
  await holds("one", null);
});

/** Units of the asset lie at a GAID of the user, null: of nobody. */
async function holds(asset: string, userId: number | null) {
  const of = (kind: string) => `from mirror_copies where kind = '${kind}' and key = $1`;
  await pool().query(
    `insert into mirror_holdings (workspace_id, generation, position, holder_id, kind, user_id, gaid, amount)
     select workspace_id, generation, 0, 'h', 'account', $2::int, 'GA', 1 ${of("holders")}`,
    [asset, userId],
  );
  await pool().query(
    `insert into mirror_utxos (workspace_id, generation, place, kind, user_id, gaid, amount, is_blacklisted)
     select workspace_id, generation, 'p', 'account', $2::int, 'GA', 1, false ${of("utxos")}`,
    [asset, userId],
  );
}

const OF_STRANGERS = ["holders one", "utxos one"];

/** Lists of assets that are not shown any more as they were copied. */
const stale = async (): Promise<string[]> => {
  const { rows } = await pool().query<{ list: string; own: boolean }>(
    `select kind || ' ' || key as list, workspace_id = $1 as own from mirror_copies
     where stale_at is not null and kind in ('holders', 'utxos', 'assignments') order by 1`,
    [bench.actor.workspaceId],
  );
  expect(rows.every(({ own }) => own)).toBe(true);
  return rows.map(({ list }) => list);
};

const add = async (gaid: string) =>
  addUser(bench.actor, { intentId: randomUUID(), name: randomUUID(), isCompany: false, gaid });

it("has owners and outputs read again when a new user has a GAID, and not for one without", async () => {
  await add("");
  expect(await stale()).toEqual([]);
  await add(await newGaid(bench.sandbox));
  expect(await stale()).toEqual(OF_STRANGERS);
});

it("has them read again for a further GAID, also when AMP's answer is lost", async () => {
  const { id } = await add("");
  bench.proxy.fail(({ path }) => path.includes("/gaids"), "cut-after");
  const gaid = await newGaid(bench.sandbox);
  await addGaid(bench.actor, { userId: id, gaid }).catch(() => {});
  bench.proxy.heal();
  await addGaid(bench.actor, { userId: id, gaid });
  expect(await stale()).toEqual(OF_STRANGERS);
});

it("has them read again when a user is deleted", async () => {
  const { id } = await add("");
  await holds("other", id);
  await deleteUser(bench.actor, { userId: id });
  expect(await stale()).toEqual(["holders other", "utxos other"]);
});

it("has them read again for an import and its undo, and not for categories", async () => {
  await showUsers(bench.actor, { kind: "categories", categoryId: 1, isMember: true });
  expect(await stale()).toEqual([]);
  await showUsers(bench.actor, { kind: "import", fileName: null });
  expect(await stale()).toEqual(OF_STRANGERS);
});
