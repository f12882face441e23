import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { balanceOf } from "@/lib/domain/supply-state";
import { encodeJson } from "@/lib/json";
import { mine } from "@/server/sandbox/amp/testing";
import { type Bench, openBench, operationOf, readyAsset, work } from "@/server/treasury/testing";
import { getOperation } from "./operations";
import { readOverview } from "./overview";
import { previewSupply, showSupply, startSupply } from "./supply";
import { readSupplyPage } from "./supply-page";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const ROUNDS = 12;
const EVERYTHING = { limit: 50, filters: {} };

it("shows what a burn may take without AMP's list of all balances, and decides by it", async () => {
  const { actor, proxy } = bench;
  const { uuid: assetUuid } = await readyAsset(bench);
  const wish = { kind: "burn" as const, assetUuid, amountSats: 1_000n };
  const balancesRead = async (read: typeof showSupply, kind: typeof wish.kind | "reissuance") => {
    proxy.seen.splice(0);
    const { checks } = await read(actor, { ...wish, kind });
    const isFree = checks.find(({ id }) => id === "free-treasury")?.isOk;
    return [proxy.seen.filter(({ path }) => path.endsWith("/balance")).length, isFree];
  };
  expect(await balancesRead(showSupply, "burn")).toEqual([0, true]);
  expect(await balancesRead(previewSupply, "burn")).toEqual([1, true]);
  expect(await balancesRead(previewSupply, "reissuance")).toEqual([0, undefined]);
  const all = { ...wish, amountSats: 10_000_000n };
  for (const read of [showSupply, previewSupply]) {
    const { checks } = await read(actor, all);
    expect(checks.find(({ id }) => id === "free-treasury")?.isOk).toBe(false);
  }
});

it("adds up before, during and after a burn, and never hands out the signed transaction", async () => {
  const { actor, sandbox } = bench;
  const { uuid: assetUuid } = await readyAsset(bench);
  const read = () => readSupplyPage(actor, assetUuid, EVERYTHING);
  const before = await read();
  expect(before).toMatchObject({ open: null, history: { rows: [] } });
  expect(before.freshness.asOf).toBeInstanceOf(Date);
  expect(balanceOf(before.figures)).toBe("equal");
  expect(before.figures.assignedSats).toBe(250_001n);

  const wish = { kind: "burn" as const, assetUuid, amountSats: 1_000n };
  const { intentHash } = await previewSupply(actor, wish);
  const { operationId } = await startSupply(actor, { ...wish, intentId: randomUUID(), intentHash });
  const kept = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    const { state, facts } = await operationOf(operationId);
    const secrets = [facts.supply?.signedHex, facts.supply?.plainHex, facts.changeData];
    const seen = encodeJson([await getOperation(actor, operationId), await readOverview(actor)]);
    expect(seen).toContain(operationId);
    for (const secret of secrets.filter((one) => one !== undefined)) {
      kept.add(state);
      expect(seen).not.toContain(encodeJson(secret).slice(1, -1));
    }
    if (state === "done") break;
    expect((await read()).open).toMatchObject({ id: operationId, kind: "burn" });
    if (state === "sent") await mine(sandbox, 2);
    await work();
  }
  // There was something to keep back on the way.
  expect([...kept]).toContain("sent");

  const after = await read();
  expect(after.open).toBeNull();
  expect(after.history.rows).toMatchObject([{ id: operationId, kind: "burn", state: "done" }]);
  expect(after.figures.burnedSats).toBe(1_000n);
  expect(after.figures.supplySats).toBe(before.figures.supplySats - 1_000n);
  expect(balanceOf(after.figures)).toBe("equal");
});
