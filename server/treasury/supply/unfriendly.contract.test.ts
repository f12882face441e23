import { afterEach, describe, expect, it } from "vitest";
import { toAmp } from "../testing";
import { workToTheEnd } from "./testing";
import { KINDS, sharedSupply } from "./testing-bench";

const { bench, start, carriedOut } = sharedSupply(1_000n);

afterEach(() => Object.assign(bench.sandbox.world.env.switches, { confirmOnce: false, fewBurnCoins: false }));

it("a burn spends coins that AMP listed, where AMP lists a few alone", async () => {
  const reissued = await start("reissuance");
  await workToTheEnd(bench, reissued);
  await carriedOut(reissued, "reissuance");
  bench.sandbox.world.env.switches.fewBurnCoins = true;
  const id = await start("burn");
  await workToTheEnd(bench, id);
  await carriedOut(id, "burn");
});

describe.each(KINDS)("a %s", (kind) => {
  it("that AMP booked is done although the answer was lost and AMP refuses to take it twice", async () => {
    bench.sandbox.world.env.switches.confirmOnce = true;
    const id = await start(kind);
    const isConfirm = toAmp(kind === "reissuance" ? "/reissue-confirm" : "/burn-confirm");
    bench.proxy.fail(isConfirm, "cut-after", 1);
    const from = bench.proxy.seen.length;
    await workToTheEnd(bench, id);
    expect(bench.proxy.seen.slice(from).filter(isConfirm)).toHaveLength(2);
    await carriedOut(id, kind);
  });

  it("that AMP has not booked stays to be confirmed where AMP refuses it", async () => {
    const id = await start(kind);
    const isConfirm = toAmp(kind === "reissuance" ? "/reissue-confirm" : "/burn-confirm");
    bench.proxy.fail(isConfirm, "refused", 2);
    const from = bench.proxy.seen.length;
    await workToTheEnd(bench, id);
    expect(bench.proxy.seen.slice(from).filter(isConfirm)).toHaveLength(3);
    await carriedOut(id, kind);
  });
});
