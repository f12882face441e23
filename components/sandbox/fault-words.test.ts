import { expect, it } from "vitest";
import type { Fault } from "@/lib/contracts/control-faults";
import { optionWords, targetWords } from "./fault-words";

const fault = (part: Partial<Fault>): Fault => ({
  id: 1,
  surface: "amp",
  target: "*",
  kind: "drop",
  remaining: null,
  skip: 0,
  probability: 1,
  ...part,
});

it.each<[Partial<Fault>, string]>([
  [{ kind: "drop", effect: "none" }, "without effect"],
  [{ kind: "drop", effect: "done" }, "after its effect"],
  [{ kind: "drop", effect: "later", afterMs: 5_000 }, "its effect comes 5 s later"],
  [{ kind: "latency", ms: 2_000, jitterMs: 500 }, "2 s to 2.5 s"],
  [{ kind: "latency", ms: 250, jitterMs: 0 }, "0.25 s"],
  [{ kind: "server_error", status: 503, effect: "none" }, "status 503, without effect"],
  [{ kind: "rate_limit", retryAfterSeconds: 30 }, "Retry-After 30 s"],
  [{ kind: "unauthorized", probability: 0.25 }, "25 % of them"],
  [{ kind: "trickle", chunkBytes: 16, everyMs: 200 }, "16 bytes every 0.2 s"],
  [{ kind: "truncate" }, ""],
])("says what %o does", (part, words) => {
  expect(optionWords(fault(part))).toBe(words);
});

it("calls the star every call, and every other target by its name", () => {
  expect([targetWords("*"), targetWords("sendmany")]).toEqual(["every call", "sendmany"]);
});
