import { expect, it } from "vitest";
import { signIn as enterAmp } from "@/server/sandbox/amp/testing";
import { approve, assign, readyAsset } from "@/server/treasury/testing";
import { finish } from "@/server/treasury/testing-batches";
import { sharedBench } from "@/server/treasury/testing-bench";
import { readAssignment } from "./assignment-view";

const bench = sharedBench();

it("an assignment leads from the waiting to the distribution that paid it", async () => {
  const asset = await readyAsset(bench, [10, 20]);
  const [row] = (await bench.amp.get(`/assets/${asset.uuid}/assignments`)).body;
  const read = () => readAssignment(bench.actor, asset.uuid, String(row.id));
  expect(await read()).toMatchObject({
    row: { id: row.id, state: "ready", receivingAddress: null, distributionUuid: null },
    maker: { kind: "issuer" },
    payment: null,
  });
  const id = await approve(bench.actor, asset.uuid);
  const { facts } = await finish(bench, id);
  const paid = await read();
  expect(paid).toMatchObject({
    row: { state: "distributed", distributionUuid: facts.order?.distributionUuid },
    payment: { operationId: id, isBooked: true, outputs: [{ txid: facts.txid }] },
  });
  expect(paid.row.receivingAddress).not.toBeNull();
});

it("an assignment names the manager who made it", async () => {
  const asset = await readyAsset(bench, [10]);
  const [manager] = (await bench.amp.get("/managers")).body;
  await bench.amp.put(`/managers/${manager.id}/assets/${asset.uuid}/add`);
  const amp = await enterAmp(bench.sandbox, "manager");
  await assign(amp, asset.uuid, asset.holders[0]?.id ?? 0, 5);
  const rows: { id: number; amount: number }[] = (await bench.amp.get(`/assets/${asset.uuid}/assignments`))
    .body;
  const made = rows.find(({ amount }) => amount === 5);
  expect(await readAssignment(bench.actor, asset.uuid, String(made?.id))).toMatchObject({
    maker: { kind: "manager", id: manager.id, username: manager.username },
  });
});

it("what is no assignment's number is not found", async () => {
  const asset = await readyAsset(bench, [10]);
  for (const id of ["999999", "1 or 1=1", "-1"])
    await expect(readAssignment(bench.actor, asset.uuid, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
});
