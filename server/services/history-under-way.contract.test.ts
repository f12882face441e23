import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { forgetMoves } from "@/server/history/store";
import { type MirrorBench, openMirrorBench, query } from "@/server/mirror/testing";
import { pageReads, withRequestId } from "@/server/platform/request-context";
import { readOwnership } from "./ownership";

let bench: MirrorBench;
beforeAll(async () => {
  bench = await openMirrorBench();
}, 120_000);
afterAll(() => bench?.close());

const read = () => readOwnership(bench.issuer, bench.assetUuid, query({ filters: { at: "999999" } }));
const asPage = () => withRequestId("r", read, pageReads());
const pages = () => bench.relay.seen.filter((request) => request.includes("/txs?"));

it("does not keep a page waiting for all transactions: it says how far they are, and they are there later", async () => {
  const { issuer, assetUuid } = bench;
  const whole = await read();
  const [last = ""] = pages().slice(-1);
  await forgetMoves({ workspaceId: issuer.workspaceId, assetUuid });
  bench.relay.seen.splice(0);
  // AMP takes longer for the last portion than a page waits.
  let isLate = false;
  bench.relay.meanwhile(last.slice(last.indexOf("/txs?")), async () => {
    await vi.waitUntil(() => isLate, 60_000);
  });
  await expect(asPage()).rejects.toMatchObject({
    code: "UNAVAILABLE",
    isUnderWay: true,
    message: expect.stringMatching(/\d+ transactions? ha(s|ve) been read so far/),
  });
  await expect(asPage()).rejects.toMatchObject({ isUnderWay: true });
  const asked = pages();
  expect(new Set(asked).size).toBe(asked.length); // both waited for one reading
  isLate = true;
  await vi.waitUntil(
    () =>
      asPage().then(
        () => true,
        () => sleep(50, false),
      ),
    30_000,
  );
  expect((await read()).page.rows).toEqual(whole.page.rows);
});
