import { afterEach, expect, it } from "vitest";
import { parseExactJson } from "@/lib/exact-json";
import { scriptVersionText } from "@/lib/messages/script-version";
import { turn } from "@/server/sandbox/amp/testing";
import { decideOperation } from "@/server/services/operations";
import { orderFile } from "./by-hand/order-file";
import { approve, operationOf, sendsOf, takenAtAmp, work } from "./testing";
import { assetPerTest, sharedBench } from "./testing-bench";

const bench = sharedBench();
const asset = assetPerTest(bench);
afterEach(() => turn(bench.sandbox, { newerScript: false }));

it("a distribution whose order wants a newer client is sent by nobody here, however often it is tried", async () => {
  await turn(bench.sandbox, { newerScript: true });
  const id = await approve(bench.actor, asset.uuid);
  await work();
  const stopped = {
    state: "stopped",
    problem: { message: scriptVersionText.tooNew(3, 2), mayRetry: true },
    facts: { scriptVersion: 3 },
  };
  expect(await operationOf(id)).toMatchObject(stopped);
  await decideOperation(bench.actor, { operationId: id, decision: "retry" });
  await work();
  expect(await operationOf(id)).toMatchObject(stopped);
  expect(sendsOf(bench, id)).toEqual([]);

  const { facts, ...operation } = await operationOf(id);
  const { orderText, ...told } = facts;
  expect(parseExactJson(orderText ?? "")).toMatchObject({ command: "distribute" });
  const rebuilt = orderFile(
    { ...operation, facts: told } as typeof operation & { facts: typeof told },
    "amp",
  );
  expect(rebuilt).toMatchObject({ isRebuilt: true });
  expect(rebuilt.text).toContain('"min_supported_client_script_version":3');

  await decideOperation(bench.actor, { operationId: id, decision: "cancel" });
  await work();
  expect([(await operationOf(id)).state, await takenAtAmp(bench, asset)]).toEqual(["cancelled", 0]);
});
