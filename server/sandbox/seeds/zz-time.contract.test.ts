import pg from "pg";
import { expect, it } from "vitest";
import { startTestSandbox } from "../testing";

it("t", async () => {
  const counts = new Map<string, number>();
  const original = pg.Client.prototype.query as any;
  (pg.Client.prototype as any).query = function (...args: any[]) {
    const t = (typeof args[0] === "string" ? args[0] : (args[0]?.text ?? "?"))
      .replace(/\$\d+/g, "$")
      .replace(/(\$, ?)+/g, "$,")
      .slice(0, 150)
      .replace(/"/g, "");
    counts.set(t, (counts.get(t) ?? 0) + 1);
    return original.apply(this, args);
  };
  const start = Date.now();
  const cpu = process.cpuUsage();
  const box = await startTestSandbox({ seed: "small" });
  const used = process.cpuUsage(cpu);
  console.log("seed ms", Date.now() - start, used.user / 1000, used.system / 1000);
  console.log(
    [...counts.values()].reduce((a, b) => a + b),
    [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 40)
      .map(([k, v]) => `${v} ${k}`)
      .join("\n"),
  );
  await box.stop();
  expect(1).toBe(1);
}, 120000);
