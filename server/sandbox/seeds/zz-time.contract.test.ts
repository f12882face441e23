import { writeFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { expect, it } from "vitest";
import { startTestSandbox } from "../testing";

it("t", async () => {
  const s = new Session();
  s.connect();
  await s.post("Profiler.enable");
  await s.post("Profiler.start");
  const start = Date.now();
  const cpu = process.cpuUsage();
  const box = await startTestSandbox({ seed: "small" });
  const used = process.cpuUsage(cpu);
  console.log("seed ms", Date.now() - start, used.user / 1000, used.system / 1000);
  const { profile } = (await s.post("Profiler.stop")) as any;
  writeFileSync("/tmp/s2/seed.cpuprofile", JSON.stringify(profile));
  await box.stop();
  expect(1).toBe(1);
}, 120000);
