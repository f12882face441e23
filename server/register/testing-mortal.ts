import { afterAll, afterEach, beforeAll } from "vitest";
import { liveOn, makeMortal } from "@/server/db/testing-deaths";
import { turnClock } from "@/server/platform/clock";
import { type Bench, openBench } from "@/server/treasury/testing";

/** A desk for all tests of a file whose worker can be killed at a row of `table`; each begins alive, on time and without faults. */
export function mortalBench(table: string): Bench {
  const bench = {} as Bench;
  beforeAll(async () => {
    Object.assign(bench, await openBench());
    await makeMortal(table);
  }, 30_000);
  afterAll(() => bench.close?.());
  afterEach(async () => {
    bench.proxy.heal();
    turnClock(0);
    await liveOn();
  });
  return bench;
}
