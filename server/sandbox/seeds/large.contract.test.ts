import { sql } from "drizzle-orm";
import { Transaction } from "liquidjs-lib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type AmpCaller, callNode, ownedSats, signIn } from "../amp/testing";
import { controlCaller, distribute } from "../control/testing";
import { openSandboxDatabase } from "../db/client";
import { keysOf, newScript, walletOwner } from "../ledger/keyring";
import { type FoundCoin, findCoins, outpointKey } from "../ledger/spendable-store";
import { checkInput } from "../ledger/witness";
import { wtxidOf } from "../ledger/wtxid";
import { loadZkp } from "../ledger/zkp";
import { startTestSandbox, type TestSandbox } from "../testing";
import { createTestDatabase } from "../testing-database";
import { createWorld } from "../world";
import { loadLarge } from "./large";
import { nameOf } from "./large-plan";

const SIZE = { users: 180, assets: 3, days: 2 };

let sandbox: TestSandbox;
let issuer: AmpCaller;
let assets: { asset_uuid: string; asset_id: string; transfer_restricted: boolean }[];
const reports: [done: number, total: number][] = [];

const indexes = "select indexname, indexdef from pg_indexes where schemaname = 'sandbox' order by indexname";

beforeAll(async () => {
  const databaseUrl = await createTestDatabase();
  const database = await openSandboxDatabase(databaseUrl);
  const before = await database.db.execute(indexes);
  const env = { network: "testnet", blockSeconds: 0, baseUrl: "", rpcUser: "", rpcPassword: "" } as const;
  await loadLarge(await createWorld(env, database), (...report) => reports.push(report), SIZE);
  expect((await database.db.execute(indexes)).rows).toEqual(before.rows);
  await database.close();
  sandbox = await startTestSandbox({ databaseUrl });
  issuer = await signIn(sandbox, "issuer");
  assets = (await issuer.get("/assets/")).body;
});
afterAll(() => sandbox?.stop());

const list = async (path: string) => (await issuer.get(path)).body;
const rowsOf = async <T>(query: ReturnType<typeof sql>) =>
  (await sandbox.world.database.db.execute(query)).rows as T[];

it("tells how far it is", () => {
  expect(reports.at(-1)).toEqual([540, 540]);
});

it("has the users it promises, each with a wallet of its own and in the category", async () => {
  const users: { GAID: string; name: string; categories: number[] }[] = await list("/registered_users/");
  expect(users.length).toBe(SIZE.users);
  expect(new Set(users.map(({ GAID }) => GAID)).size).toBe(SIZE.users);
  expect(users.every(({ categories }) => categories.length > 0)).toBe(true);
  for (const { GAID } of users.slice(0, 5))
    expect((await issuer.get(`/gaids/${GAID}/validate`)).body).toEqual({ is_valid: true });
});

it("gives no two of a hundred thousand users one name", () => {
  const names = Array.from({ length: 100_000 }, (_, user) => nameOf(user + 1));
  expect(new Set(names).size).toBe(100_000);
});

it("has a holder for every user of every asset, an activity for each, and nothing lost", async () => {
  for (const { asset_uuid } of assets) {
    const base = `/assets/${asset_uuid}`;
    const held = (await list(`${base}/ownerships`)).filter((row: { GAID: string | null }) => row.GAID);
    expect(held.length).toBe(SIZE.users);
    expect((await list(`${base}/activities`)).length).toBe(SIZE.users + 1);
    expect(await list(`${base}/lost-outputs`)).toEqual({ lost_outputs: [], reissuance_lost_outputs: [] });
  }
});

it("keeps the supply of every asset at every height at which something happened", async () => {
  for (const { asset_uuid } of assets) {
    const txs: { blockheight: number }[] = await list(`/assets/${asset_uuid}/txs`);
    for (const height of new Set(txs.map(({ blockheight }) => blockheight)))
      expect(await ownedSats(issuer, asset_uuid, `?height=${height}`)).toBe(1_000_000_000);
  }
});

it("writes transactions whose bytes, ids and signatures are real", async () => {
  const zkp = await loadZkp();
  const made = await rowsOf<{ txid: string; wtxid: string; hex: string }>(
    sql`select txid, wtxid, hex from sandbox.transactions where block_index > 0`,
  );
  expect(made.length).toBeGreaterThan(9);
  for (const { txid, wtxid, hex } of made) {
    const transaction = Transaction.fromHex(hex);
    expect(transaction.toHex()).toBe(hex);
    expect(transaction.getId()).toBe(txid);
    expect(wtxidOf(hex)).toBe(wtxid);
    if (transaction.isCoinbase()) continue;
    const outpoints = transaction.ins.map(({ hash, index }) => ({
      txid: Buffer.from(hash).reverse().toString("hex"),
      vout: index,
    }));
    const coins = await findCoins(sandbox.world.database.db, outpoints);
    for (const [vin, outpoint] of outpoints.entries())
      expect(checkInput(zkp, transaction, vin, coins.get(outpointKey(outpoint)) as FoundCoin)).toBeNull();
  }
});

it("has outputs as its transactions say, spent by whom its inputs say, with every asset in balance", async () => {
  const astray = await rowsOf(sql`
    select outputs.txid from sandbox.outputs full join sandbox.inputs
      on inputs.prev_txid = outputs.txid and inputs.prev_vout = outputs.vout
    where (inputs.txid is not null or outputs.spent_by_txid is not null)
      and (inputs.txid, inputs.vin) is distinct from (outputs.spent_by_txid, outputs.spent_by_vin)
      and inputs.prev_txid <> repeat('0', 64)`);
  expect(astray).toEqual([]);
  const unbalanced = await rowsOf(sql`
    select spender, asset_id from (
      select txid as spender, asset_id, amount_sats as sats from sandbox.outputs
      union all
      select spent_by_txid, asset_id, -amount_sats from sandbox.outputs where spent_by_txid is not null
    ) as moved
    where spender not in (select txid from sandbox.issuances)
      and spender in (select txid from sandbox.inputs)
    group by spender, asset_id having sum(sats) <> 0`);
  expect(unbalanced).toEqual([]);
  const unlike = await rowsOf(sql`
    select booked.txid from sandbox.amp_outputs as booked left join sandbox.outputs as made using (txid, vout)
      left join sandbox.transactions using (txid)
    where (booked.amount_sats, booked.from_height, booked.spent_txid, booked.spent_vin, booked.gaid)
      is distinct from (made.amount_sats, block_height, made.spent_by_txid, made.spent_by_vin,
        nullif(replace(made.owner, 'gaid:', ''), 'wallet:treasury'))`);
  expect(unlike).toEqual([]);
});

it("has a block for every minute and none without a place on the chain", async () => {
  const [chain] = await rowsOf<Record<string, unknown>>(sql`
    select count(*)::int as blocks, (max(height) - min(height) + 1)::int as heights,
      bool_and(time >= before) as "inOrder", extract(epoch from now() - max(time))::int as age
    from (select height, time, lag(time, 1, time) over (order by height) as before from sandbox.blocks) as all_blocks`);
  expect(chain).toMatchObject({ heights: chain?.blocks, inOrder: true });
  expect(chain?.blocks).toBeGreaterThan(2 * 24 * 60 - 60);
  expect(chain?.age).toBeLessThan(300);
});

it("derives the wallets' scripts as the keyring does", async () => {
  const scripts = await rowsOf<{ script_hex: string; public_key: string }>(sql`
    select script_hex, public_key from sandbox.scripts where owner like 'gaid:%'`);
  const hexes = scripts.map(({ script_hex }) => script_hex);
  const keys = await keysOf(sandbox.world.database.db, "testnet", hexes);
  for (const { script_hex, public_key } of scripts)
    expect(keys.get(script_hex)?.holder.publicKey.toString("hex")).toBe(public_key);
});

it("gives a wallet the address that the keyring would have given it", async () => {
  const [row] = await rowsOf<{ owner: string; script_hex: string; address: string; blinding: string }>(sql`
    select owner, script_hex, address, blinding_public_key as blinding
    from sandbox.scripts where owner like 'gaid:%' order by owner desc limit 1`);
  const again = await sandbox.world
    .write(async ({ db }) => {
      await db.execute(sql`delete from sandbox.scripts where script_hex = ${row?.script_hex}`);
      await db.execute(sql`update sandbox.owners set next_receive = 0 where owner = ${row?.owner}`);
      throw Object.assign(new Error("undo"), { made: await newScript(db, "testnet", row?.owner ?? "") });
    })
    .catch(({ made }) => made);
  expect(again).toMatchObject({
    ...{ scriptHex: row?.script_hex, address: row?.address, blindingPublicKey: row?.blinding },
  });
});

it("lists the treasury's payments in its node wallet", async () => {
  const listed: { txid: string; comment?: string }[] = await callNode(sandbox, "listtransactions", [
    "*",
    1000,
  ]);
  const [first] = assets;
  for (const { distribution_uuid: uuid, transactions } of await list(
    `/assets/${first?.asset_uuid}/distributions`,
  ))
    expect(listed.find(({ txid }) => txid === transactions[0].txid)?.comment).toBe(uuid);
  expect(walletOwner("treasury")).toBe("wallet:treasury");
});

it("goes on: a holder sends, the treasury distributes, users come", async () => {
  const [first, second] = assets;
  const users: { id: number; GAID: string }[] = await list("/registered_users/");
  const [, seller, buyer] = users;
  const { txid } = await controlCaller(sandbox).do("/wallets/send", {
    ...{ from: seller?.GAID, to: buyer?.GAID, asset_uuid: second?.asset_uuid, amount: 125 },
  });
  expect(txid).toMatch(/^[0-9a-f]{64}$/);
  await distribute(sandbox, issuer, first as (typeof assets)[0], buyer?.id ?? 0, 1_000);
  for (const { asset_uuid } of assets) {
    expect(await ownedSats(issuer, asset_uuid)).toBe(1_000_000_000);
    expect((await list(`/assets/${asset_uuid}/balance`)).lost_outputs).toEqual([]);
  }
  const { body, status } = await issuer.post("/registered_users/add", {
    name: "Somebody New",
    is_company: false,
  });
  expect(status).toBe(201);
  expect(body.id).toBe((users.at(-1)?.id ?? 0) + 1);
});
