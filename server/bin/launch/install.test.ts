import { describe, expect, test } from "vitest";
import { matchesLock } from "./install.mjs";

const wanted = {
  "": { version: "0.1.0" },
  "node_modules/pg": { version: "8.23.1" },
  "node_modules/@next/swc-darwin-arm64": { version: "16.4.6", optional: true },
};

describe("an installation", () => {
  test("is complete without the optional packages of other platforms", () => {
    expect(matchesLock(wanted, { "node_modules/pg": { version: "8.23.1" } })).toBe(true);
  });

  test("is not complete when a package is missing or has another version", () => {
    expect(matchesLock(wanted, {})).toBe(false);
    expect(matchesLock(wanted, { "node_modules/pg": { version: "8.23.0" } })).toBe(false);
  });

  test("is not complete when an optional package is of another version", () => {
    const present = {
      "node_modules/pg": { version: "8.23.1" },
      "node_modules/@next/swc-darwin-arm64": { version: "16.4.5" },
    };
    expect(matchesLock(wanted, present)).toBe(false);
  });
});
