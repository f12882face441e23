import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestSandbox, type TestSandbox } from "../testing";
import { nodeClient } from "./node-testing";

/** A wallet with a long past: its lists and sums are paged and added up in the database. */

/** Enough for a list that reads the whole past to be too slow even on a fast machine. */
const MANY = 20_000;
const WAIT_MS = 5_000;

let sandbox: TestSandbox;
let treasury: ReturnType<typeof nodeClient>;

beforeAll(async () => {
  sandbox = await startTestSandbox({ network: "regtest" });
  treasury = nodeClient(sandbox.url, "treasury");
  await sandbox.world.write(async ({ ledger, node, db }) => {
    const { txid } = await node.fund("treasury", 100_000_000n);
    await ledger.mine(1);
    // Copies of the one payment: as many transactions, each with a coin of the wallet.
    await db.execute(sql`
      insert into sandbox.transactions (txid, wtxid, hex, block_height, block_index, received_at, fee_sats)
      select lpad(to_hex(n), 64, '0'), lpad(to_hex(n), 64, '0'), hex, block_height, block_index + n, received_at, fee_sats
      from sandbox.transactions, generate_series(1, ${MANY}) as n where txid = ${txid}`);
    await db.execute(sql`
      insert into sandbox.outputs (txid, vout, script_hex, owner, address, kind, asset_id, amount_sats, asset_blinder, amount_blinder)
      select lpad(to_hex(n), 64, '0'), vout, script_hex, owner, address, kind, asset_id, 1, asset_blinder, amount_blinder
      from sandbox.outputs, generate_series(1, ${MANY}) as n where txid = ${txid} and owner = 'wallet:treasury'`);
    await db.execute(sql`
      insert into sandbox.wallet_transactions (owner, txid, sequence, is_sender)
      select 'wallet:treasury', txid, sequence, false from sandbox.transactions where txid like '000000%'`);
    await db.execute(sql`analyze`);
  });
});
afterAll(() => sandbox?.stop());

test.each([
  ["listtransactions", ["*", 1000, 0], 1000],
  ["listtransactions", ["*", 1000, 18_000], 1000],
  ["listunspent", [1, 9_999_999, [], true, { maximumCount: 10 }], 10],
])("%s %j answers within five seconds", async (method, params, length) => {
  const start = performance.now();
  expect(await treasury.call<unknown[]>(method, params)).toHaveLength(length);
  const took = performance.now() - start;
  expect(took).toBeLessThan(WAIT_MS);
});

test("getbalance, getbalances and getwalletinfo add up 20,000 coins within five seconds each", async () => {
  for (const method of ["getbalance", "getbalances", "getwalletinfo"]) {
    const start = performance.now();
    expect(JSON.stringify(await treasury.call(method))).toContain("2.00020000");
    const took = performance.now() - start;
    expect(took).toBeLessThan(WAIT_MS);
  }
});
