import { expect, it } from "vitest";
import type { SupplyKind } from "@/lib/domain/supply";
import { AppError } from "@/lib/errors";
import { scriptVersionText } from "@/lib/messages/script-version";
import type { AmpClient } from "@/server/amp/client";
import type { StepContext } from "../step";
import type { Operation } from "../store";
import { order } from "./order";

const ASSET = { assetUuid: "7e8a6a5c-0000-4000-8000-000000000001", assetId: "ab".repeat(32) };
const OUTPOINT = { txid: "cd".repeat(32), vout: 1 };
const KINDS: SupplyKind[] = ["reissuance", "burn"];

const operation = (kind: SupplyKind) =>
  ({ kind, intent: { ...ASSET, totalSats: 500n, supplySats: 1_000n }, facts: {} }) as Operation<SupplyKind>;

/** AMP answers with its order, changed by the test. */
const answering = (change: object | Error): StepContext => ({
  amp: {
    call: async () => {
      if (change instanceof Error) throw change;
      const minSupportedClientScriptVersion = 2;
      return {
        ...ASSET,
        minSupportedClientScriptVersion,
        amount: 500n,
        utxos: [OUTPOINT],
        reissuanceUtxos: [OUTPOINT],
        ...change,
      };
    },
  } as unknown as AmpClient,
  node: null as never,
  pollMs: 1,
  assertHeld: async () => {},
});

it.each(KINDS)("an order for a %s that equals the intent is stored", async (kind) => {
  expect(await order(operation(kind), answering({}))).toMatchObject({
    state: "ordered",
    facts: { supply: { outpoints: [OUTPOINT] } },
  });
});

it.each(KINDS)("an order for a %s over one sat more, or for another asset, stops it", async (kind) => {
  for (const change of [
    { amount: 501n },
    { assetId: "ef".repeat(32) },
    { assetUuid: "7e8a6a5c-0000-4000-8000-000000000002" },
  ]) {
    const outcome = await order(operation(kind), answering(change));
    expect([outcome.state, outcome.facts]).toEqual(["stopped", undefined]);
  }
});

it.each(KINDS)(
  "an order for a %s that wants a newer client stops it, unless somebody runs it elsewhere",
  async (kind) => {
    const newer = answering({ minSupportedClientScriptVersion: 3 });
    expect(await order(operation(kind), newer)).toEqual({
      ...{ state: "stopped", againInMs: null, detail: { message: scriptVersionText.tooNew(3, 2) } },
      problem: { message: scriptVersionText.tooNew(3, 2), mayRetry: true },
    });
    const elsewhere = { ...operation(kind), facts: { byHand: {} } };
    expect(await order(elsewhere, newer)).toMatchObject({ state: "ordered", facts: { scriptVersion: 3 } });
  },
);

it("an answer that is no such order stops it; one that is missing does not", async () => {
  const strange = new AppError("INTERNAL", "AMP answered in an unexpected form.");
  expect(await order(operation("burn"), answering(strange))).toMatchObject({ state: "stopped" });
  const away = new AppError("UNAVAILABLE", "AMP did not answer.");
  await expect(order(operation("burn"), answering(away))).rejects.toBe(away);
});
