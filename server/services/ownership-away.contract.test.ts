import { afterAll, beforeAll, expect, it } from "vitest";
import { decodeJson, encodeJson } from "@/lib/json";
import { pool } from "@/server/db/client";
import type { WholeAsset } from "@/server/mirror/holders";
import { type MirrorBench, openMirrorBench, query } from "@/server/mirror/testing";
import { readOwnership } from "./ownership";

let bench: MirrorBench;
beforeAll(async () => {
  bench = await openMirrorBench();
}, 60_000);
afterAll(() => bench?.close());

const read = () => readOwnership(bench.issuer, bench.assetUuid, query());
const ofHolders = "where kind = 'holders'";

/** The owners as they were copied lack five sats of the supply. @returns which that is */
async function missFive(rowCount: number): Promise<bigint> {
  const { rows } = await pool().query(`select beside from mirror_copies ${ofHolders}`);
  const whole = decodeJson(rows[0].beside) as WholeAsset;
  const supplySats = whole.supplySats + 5n;
  const beside = encodeJson({ ...whole, supplySats });
  await pool().query(`update mirror_copies set beside = $1, row_count = $2 ${ofHolders}`, [beside, rowCount]);
  return supplySats;
}

it("shows owners who do not add up to the supply as they were copied, when AMP does not tell them again", async () => {
  const before = await read();
  const supplySats = await missFive(5_000); // of a long list a page asks nothing at first
  bench.relay.seen.splice(0);
  const path = `/assets/${bench.assetUuid}/ownerships`;
  bench.relay.cut(path, 10);
  const shown = await read();
  expect(bench.reads(path)).toBe(1);
  expect(shown.figures).toEqual({ ...before.figures, supplySats });
  expect(shown.page.rows).toEqual(before.page.rows);
  expect((await read()).figures).toEqual(before.figures); // AMP is back
});

it("does not ask a second time where AMP was away the first time", async () => {
  await missFive(100);
  bench.relay.seen.splice(0);
  const path = `/assets/${bench.assetUuid}/ownerships`;
  bench.relay.cut(path, 10);
  const { page } = await read();
  expect([page.freshness.failure !== undefined, bench.reads(path)]).toEqual([true, 1]);
});
