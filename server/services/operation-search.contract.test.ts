import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "@/lib/routes";
import { pool } from "@/server/db/client";
import { approve, type Bench, openBench, type ReadyAsset, readyAsset } from "@/server/treasury/testing";
import { search } from "./search";

const LAST = `ab${"1".repeat(62)}`;
const EARLIER = `cd${"2".repeat(62)}`;

let bench: Bench;
let asset: ReadyAsset;
let id: string;
beforeAll(async () => {
  bench = await openBench();
  asset = await readyAsset(bench);
  id = await approve(bench.actor, asset.uuid);
  const facts = JSON.stringify({ txid: LAST, sentBatches: [{ txid: EARLIER }] });
  await pool().query(
    "update operations set facts = $2, state = 'done', created_at = '2026-01-01' where id = $1",
    [id, facts],
  );
  // More than any page shows came after it, of another kind and another name.
  await pool().query(
    `insert into operations (id, workspace_id, kind, asset_uuid, state, requested_by, request_id, intent, intent_hash, facts, created_at, updated_at)
     select gen_random_uuid(), workspace_id, 'burn', asset_uuid, 'done', requested_by, request_id,
       jsonb_set(intent::jsonb, '{assetName}', '"Other Note"')::text, intent_hash, '{}', now(), now()
     from operations, generate_series(1, 250) where id = $1`,
    [id],
  );
}, 60_000);
afterAll(() => bench?.close());

const operationsFor = async (q: string) =>
  (await search(bench.actor, q)).items.filter(({ id: key }) => key.startsWith("o")).map(({ href }) => href);

describe("the palette's search for an operation", () => {
  const here = () => [routes.operation({ kind: "distribution", assetUuid: asset.uuid, id })];

  it("finds an old one by its kind and asset in words, and by its id", async () => {
    const [row] = (
      await pool().query("select intent_head::jsonb ->> 'assetName' as name from operations where id = $1", [
        id,
      ])
    ).rows;
    for (const q of [`distribution of ${row.name}`, "DISTRIB", id, id.slice(0, 13)])
      expect([q, await operationsFor(q)]).toEqual([q, here()]);
  });

  it("finds it by each of its transactions, whole and begun", async () => {
    for (const q of [LAST, EARLIER.toUpperCase(), LAST.slice(0, 12), EARLIER.slice(0, 8)])
      expect([q, await operationsFor(q)]).toEqual([q, here()]);
  });

  it("takes signs for what they are, and shows no more than a few", async () => {
    expect(await operationsFor("burn % other")).toEqual([]);
    expect(await operationsFor("burn of other")).toHaveLength(6);
  });
});
