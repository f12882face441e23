import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { measured, outside } from "./outside";

const call = (ms: number) => outside("amp", () => sleep(ms));

describe("the time outside", () => {
  it("counts once for calls side by side, and not for what is done between them", async () => {
    await measured(async (seen) => {
      const begins = performance.now();
      await Promise.all([call(60), call(60), outside("node", () => sleep(30))]);
      await sleep(80);
      await call(30);
      expect(seen.calls).toEqual({ amp: 3, node: 1 });
      expect(seen.ms).toBeGreaterThanOrEqual(85);
      expect(seen.ms).toBeLessThanOrEqual(performance.now() - begins - 79);
    });
  });

  it("ends with a call that fails, and belongs to one piece of work alone", async () => {
    const failing = () => outside("node", () => Promise.reject(new Error("refused")));
    const begins = performance.now();
    const [first, second] = await Promise.all([
      measured(async (seen) => {
        await failing().catch(() => {});
        await sleep(50);
        return seen;
      }),
      measured(async (seen) => seen),
    ]);
    expect(first.calls).toEqual({ amp: 0, node: 1 });
    expect(first.ms).toBeLessThanOrEqual(performance.now() - begins - 49);
    expect(second.calls.node).toBe(0);
  });
});
