import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { OperationKind } from "@/lib/domain/intent";
import { pool } from "@/server/db/client";
import { isFullRun } from "@/server/platform/testing";
import { previewDistribution, startDistribution } from "@/server/services/distributions";
import { previewSupply, startSupply } from "@/server/services/supply";
import { newTxids, supplyAsset } from "./supply/testing";
import { type Bench, readyAsset, txidsOf } from "./testing";
import { finish } from "./testing-batches";
import { sharedBench } from "./testing-bench";

const STARTS = 50;
/** They all ask AMP and the node at once. */
const PATIENCE_MS = 120_000;
const bench = sharedBench();

type Start = (intentId: string) => Promise<{ operationId: string }>;

interface Startable {
  uuid: string;
  start: Start;
  /** Ids of the transactions by which it came about. */
  txids(operationId: string): Promise<string[]>;
}

/** Something a person looked at once, whose approval arrives fifty times. */
const PREPARE: Record<"distribution" | "reissuance", (at: Bench) => Promise<Startable>> = {
  async distribution(at) {
    const { uuid } = await readyAsset(at);
    const { intentHash } = await previewDistribution(at.actor, uuid);
    const start: Start = (intentId) => startDistribution(at.actor, { intentId, assetUuid: uuid, intentHash });
    return { uuid, start, txids: (operationId) => txidsOf(at, operationId) };
  },
  async reissuance(at) {
    const asset = await supplyAsset(at);
    const wish = { kind: "reissuance" as const, assetUuid: asset.uuid, amountSats: 70n };
    const { intentHash } = await previewSupply(at.actor, wish);
    const start: Start = (intentId) => startSupply(at.actor, { ...wish, intentId, intentHash });
    return { uuid: asset.uuid, start, txids: () => newTxids(at, asset) };
  },
};

const operationsOf = async (uuid: string): Promise<{ id: string; kind: OperationKind }[]> =>
  (await pool().query("select id, kind from operations where asset_uuid = $1", [uuid])).rows;

/** @returns the ids that the callers were given, and the codes with which the others were refused */
async function startAll(start: Start, intentIds: string[]) {
  const ends = await Promise.allSettled(intentIds.map(start));
  const given = ends.flatMap((end) => (end.status === "fulfilled" ? [end.value.operationId] : []));
  const refused = ends.flatMap((end) => (end.status === "rejected" ? [end.reason.code] : []));
  return { given, refused };
}

const different = () => Array.from({ length: STARTS }, () => randomUUID());

describe.each(Object.keys(PREPARE) as (keyof typeof PREPARE)[])(
  "fifty parallel starts of one %s",
  { timeout: PATIENCE_MS },
  (kind) => {
    const expectOne = async ({ uuid, txids }: Startable) => {
      const [operation, ...more] = await operationsOf(uuid);
      expect([operation?.kind, more]).toEqual([kind, []]);
      const id = operation?.id ?? "";
      expect((await finish(bench, id)).state).toBe("done");
      expect(await txids(id)).toHaveLength(1);
      return id;
    };

    it.runIf(isFullRun)("make one, whoever asked, and refuse all others", async () => {
      const one = await PREPARE[kind](bench);
      const { given, refused } = await startAll(one.start, different());
      expect([given.length, refused.length]).toEqual([1, STARTS - 1]);
      expect(refused.filter((code) => code !== "CONFLICT" && code !== "REJECTED")).toEqual([]);
      expect(given).toEqual([await expectOne(one)]);
    });

    it("make one for one and the same form, and tell each of them of it", async () => {
      const one = await PREPARE[kind](bench);
      const { given, refused } = await startAll(one.start, Array(STARTS).fill(randomUUID()));
      expect([given.length, refused]).toEqual([STARTS, []]);
      expect([...new Set(given)]).toEqual([await expectOne(one)]);
    });

    // On a slow machine fifty previews take longer than anybody waits for AMP.
    it.runIf(isFullRun)(
      "make one of fifty forms that come to the database in one moment, each over a connection of its own",
      async () => {
        const one = await PREPARE[kind](bench);
        const codes = await whileInsertsWait(async (open) => {
          const ends = startAll(one.start, different());
          await expect.poll(waitingInserts, { timeout: PATIENCE_MS }).toBe(STARTS);
          await open();
          return (await ends).refused;
        });
        expect(codes).toEqual(Array(STARTS - 1).fill("CONFLICT"));
        await expectOne(one);
      },
    );
  },
);

/** Holds up every insert of an operation until `open` is called. */
async function whileInsertsWait<T>(work: (open: () => Promise<void>) => Promise<T>): Promise<T> {
  const usual = pool().options.max;
  pool().options.max = STARTS + 10;
  const gate = await pool().connect();
  try {
    await gate.query("begin; lock table operations in share mode");
    return await work(async () => {
      await gate.query("commit");
    });
  } finally {
    gate.release(true);
    pool().options.max = usual;
  }
}

async function waitingInserts(): Promise<number> {
  const { rows } = await pool().query(
    `select count(distinct pid)::int as count from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock' and query like 'insert into "operations"%'`,
  );
  return rows[0].count;
}
