import { expect, it } from "vitest";
import { pool } from "@/server/db/client";
import { findOperation } from "./store";
import { approve, expectDoneOnce, operationOf, readyAsset, toAmp, toNode, work } from "./testing";
import { sharedBench, stopBeforeSending } from "./testing-bench";

/** An operation that has its turn and fails lets the others in. */

const bench = sharedBench();

it("goes to the end of the queue while AMP does not answer for it, and others are sent meanwhile", async () => {
  const [broken, whole] = [await readyAsset(bench, [11]), await readyAsset(bench, [12])];
  const first = await stopBeforeSending(bench, broken);
  bench.proxy.fail(toNode("getrpcinfo"), "cut-before", 1);
  await work(); // it has its turn, and the last look fails
  bench.proxy.fail(toAmp(`${broken.uuid}/`), "cut-before");
  const second = await approve(bench.actor, whole.uuid);
  for (let round = 0; round < 3; round += 1) await work();
  expect([(await operationOf(first)).state, (await operationOf(second)).state]).toEqual(["ordered", "sent"]);
  bench.proxy.heal();
  await expectDoneOnce(bench, whole, second);
  await work();
  await expectDoneOnce(bench, broken, first);
});

it("is named to those that wait for it", async () => {
  const [one, other] = [await readyAsset(bench, [11]), await readyAsset(bench, [12])];
  const ids = [await approve(bench.actor, one.uuid), await approve(bench.actor, other.uuid)];
  for (let round = 0; round < 3; round += 1) await work();
  const operations = await Promise.all(ids.map(operationOf));
  const sent = operations.find(({ state }) => state === "sent");
  const waiting = operations.find(({ state }) => state === "ordered");
  expect(waiting?.problem?.behind).toEqual({
    id: sent?.id,
    kind: "distribution",
    assetUuid: sent?.assetUuid,
  });
  expect(waiting?.problem?.message).toContain(sent?.intent.assetName);
  expect((await findOperation(waiting?.id ?? ""))?.problem?.behind?.id).toBe(sent?.id);
});

it("keeps its turn where an earlier attempt may be on its way", async () => {
  const [broken, whole] = [await readyAsset(bench, [11]), await readyAsset(bench, [12])];
  const first = await stopBeforeSending(bench, broken);
  bench.proxy.fail(toNode("getrpcinfo"), "cut-before", 1);
  await work();
  const before =
    '{"batch":0,"height":1,"balanceSats":{"$bigint":"1"},"at":{"$date":"2026-01-01T00:00:00.000Z"}}';
  await pool().query(
    "update operations set facts = left(facts, length(facts) - 1) || ',\"beforeSend\":' || $2 || '}' where id = $1",
    [first, before],
  );
  bench.proxy.fail(toAmp(`${broken.uuid}/`), "cut-before");
  const second = await approve(bench.actor, whole.uuid);
  for (let round = 0; round < 3; round += 1) await work();
  expect((await operationOf(second)).state).toBe("ordered");
});
