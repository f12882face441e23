import pg from "pg";
import { expect, it } from "vitest";
import { startTestSandbox } from "../testing";
import { Session } from "node:inspector/promises";
import { writeFileSync } from "node:fs";
it("t", async () => {
  const counts = new Map<string, number>();
  const original = pg.Client.prototype.query as any;
  (pg.Client.prototype as any).query = function (...args: any[]) { const t = (typeof args[0] === "string" ? args[0] : args[0]?.text ?? "?").replace(/\$\d+/g, "$").replace(/(\$, ?)+/g, "$,").replace(/"/g, ""); const k = t.replace(/^select .* from /, "select from ").replace(/\(\$.*/,"").slice(0, 110); counts.set(k, (counts.get(k) ?? 0) + 1); return original.apply(this, args); };
  const s = new Session(); s.connect(); await s.post("Profiler.enable"); if (process.env.PROF) await s.post("Profiler.start");
  const start = Date.now(); const cpu = process.cpuUsage();
  const box = await startTestSandbox({ seed: "small" });
  const used = process.cpuUsage(cpu);
  console.log("seed ms", Date.now() - start, used.user / 1000, used.system / 1000);
  if (process.env.PROF) { const { profile } = await s.post("Profiler.stop") as any;
  writeFileSync("/tmp/s2/seed.cpuprofile", JSON.stringify(profile)); }
  console.log([...counts.values()].reduce((a, b) => a + b), [...counts].sort((a, b) => b[1] - a[1]).slice(0, 45).map(([k, v]) => `${v} ${k}`).join("\n"));
  await box.stop();
  expect(1).toBe(1);
}, 120000);
