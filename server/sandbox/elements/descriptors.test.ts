import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { descriptorChecksum, withChecksum } from "./descriptors";

const recordings = ["recorded-calls.json", "sign-then-broadcast.json"]
  .map((name) => path.join(import.meta.dirname, name))
  .map((file) => readFileSync(file, "utf8"))
  .join();
const recorded = [...new Set(recordings.match(/(?:wpkh|tr|addr)\([^"#]+\)#[a-z0-9]{8}/g))];

test("the recordings hold descriptors to check against", () => {
  expect(recorded.length).toBeGreaterThan(10);
});

test.each(recorded)("has the node's checksum: %s", (descriptor) => {
  expect(withChecksum(descriptor.slice(0, -9))).toBe(descriptor);
});

test("a changed character changes the checksum, a foreign one has none", () => {
  expect(descriptorChecksum("raw(deadbeef)")).toBe("89f8spxm");
  expect(descriptorChecksum("raw(deedbeef)")).not.toBe("89f8spxm");
  expect(descriptorChecksum("raw(Ü)")).toBeNull();
});
