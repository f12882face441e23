import { afterEach, beforeEach, expect, it } from "vitest";
import { foreignOrdersText } from "@/lib/messages/foreign-orders";
import { worksText } from "@/lib/messages/works";
import { adoptOrder, listForeignOrders } from "@/server/services/foreign-orders";
import { approve, expectDoneOnce, operationOf, sendsOf, toAmp, work } from "./testing";
import { assetPerTest, sharedBench } from "./testing-bench";

const bench = sharedBench();
const asset = assetPerTest(bench);

const lateAddresses = (isOn: boolean): void => {
  bench.sandbox.world.env.switches.lateAddresses = isOn;
};
beforeEach(() => lateAddresses(true));
afterEach(() => lateAddresses(false));

it("a distribution is paid and confirmed once where AMP shows addresses after the confirmation alone", async () => {
  const id = await approve(bench.actor, asset.uuid);
  await work();
  await expectDoneOnce(bench, asset, id);
});

it("what an order pays whose answer was lost is not guessed: nothing is sent", async () => {
  const id = await approve(bench.actor, asset.uuid);
  bench.proxy.fail(toAmp("/distributions/create"), "cut-after", 1);
  await work();
  await work();
  expect(await operationOf(id)).toMatchObject({
    state: "stopped",
    problem: { message: worksText.noAddresses, mayRetry: false },
  });
  expect(sendsOf(bench, id)).toEqual([]);
});

it("an order found at AMP is not taken over, since nobody can see whether it was paid", async () => {
  await bench.amp.get(`/assets/${asset.uuid}/distributions/create/`);
  const [{ distributionUuid, intentHash } = { distributionUuid: "", intentHash: "" }] =
    await listForeignOrders(bench.actor, asset.uuid);
  const input = { intentId: crypto.randomUUID(), assetUuid: asset.uuid, distributionUuid, intentHash };
  for (const wish of ["follow", "cancel"] as const)
    await expect(adoptOrder(bench.actor, { ...input, wish })).rejects.toMatchObject({
      code: "CONFLICT",
      message: foreignOrdersText.noAddresses,
    });
});
