import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { pool } from "@/server/db/client";
import { turnClock } from "@/server/platform/clock";
import { addUser } from "@/server/sandbox/amp/testing";
import { runDueApprovals } from "./approval";
import { arrive } from "./testing";
import { type ApprovalBench, openApprovalBench } from "./testing-approval";

let bench: ApprovalBench;
beforeAll(async () => {
  bench = await openApprovalBench();
}, 30_000);
afterAll(() => bench?.close());
afterEach(() => bench.restore());

/** As copied, with units at a GAID of nobody's, and nothing changed since. */
const asCopied = async () => {
  const { workspaceId } = bench.actor;
  await pool().query(
    `insert into mirror_holdings (workspace_id, generation, position, holder_id, kind, gaid, amount)
     values ($1, 1, 0, 'h', 'account', 'GA', 1) on conflict do nothing`,
    [workspaceId],
  );
  await pool().query(
    `insert into mirror_utxos (workspace_id, generation, place, kind, gaid, amount, is_blacklisted)
     values ($1, 1, 'p', 'account', 'GA', 1, false) on conflict do nothing`,
    [workspaceId],
  );
  await pool().query(
    `insert into mirror_copies (workspace_id, kind, key, generation, started_at, took_ms, row_count)
     select $1, kind, key, 1, now(), 1, 5000
     from (values ('users', ''), ('categories', ''), ('holders', 'asset'), ('utxos', 'asset')) as list (kind, key)
     on conflict (workspace_id, kind, key) do update set stale_at = null`,
    [workspaceId],
  );
};
beforeEach(asCopied);

const stale = async (): Promise<string[]> => {
  const { rows } = await pool().query(
    "select kind from mirror_copies where stale_at is not null order by kind",
  );
  return rows.map(({ kind }) => kind);
};

it("leaves the lists alone as long as it waits and changes nothing", async () => {
  const { id } = await arrive(bench);
  // From where it is carried on: before that, AMP is asked whether it can be.
  bench.proxy.fail(({ path }) => path.endsWith("/registered_users/add"), "bad-gateway");
  await bench.approve(id);
  expect(await stale()).toEqual(["categories", "holders", "users", "utxos"]); // nobody knows what came of the call
  bench.proxy.heal();
  bench.proxy.fail(() => true, "bad-gateway");
  await asCopied();
  for (const seconds of [6, 12, 18]) {
    turnClock(seconds * 1_000);
    expect(await runDueApprovals()).toBe(1);
  }
  expect(await stale()).toEqual([]);
  bench.proxy.heal();
  turnClock(24_000);
  await runDueApprovals();
  expect([await bench.stateOf(id), await stale()]).toEqual([
    "approved",
    ["categories", "holders", "users", "utxos"],
  ]);
});

it("leaves owners and outputs alone where the GAID is the user's already", async () => {
  const { gaid } = await addUser(bench.sandbox, bench.amp, "Known");
  const { id } = await arrive(bench, { gaid });
  await asCopied();
  await bench.approve(id);
  expect(await stale()).toEqual(["categories", "users"]);
});
