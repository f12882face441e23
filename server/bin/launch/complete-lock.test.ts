import { describe, expect, test } from "vitest";
import { completeLock, platformOf } from "./complete-lock.mjs";

describe("a completed lock", () => {
  const parent = {
    version: "1.0.0",
    dev: true,
    optionalDependencies: { "tool-linux-x64-musl": "1.0.0", "tool-range": "^2.0.0" },
  };

  test("holds the platform packages that npm left out, and leaves ranges to npm", () => {
    const { lock, added } = completeLock({ packages: { "": {}, "node_modules/tool": parent } });
    expect(added).toEqual(["node_modules/tool-linux-x64-musl 1.0.0"]);
    expect(lock.packages["node_modules/tool-linux-x64-musl"]).toEqual({
      version: "1.0.0",
      dev: true,
      os: ["linux"],
      cpu: ["x64"],
      libc: ["musl"],
      optional: true,
    });
  });

  test("puts the package of a nested parent beside that parent, unless one further up serves", () => {
    const nested = { "node_modules/a/node_modules/tool": parent };
    expect(completeLock({ packages: nested }).added).toEqual([
      "node_modules/a/node_modules/tool-linux-x64-musl 1.0.0",
    ]);
    const served = { ...nested, "node_modules/tool-linux-x64-musl": { version: "1.0.0" } };
    expect(completeLock({ packages: served }).added).toEqual([]);
  });

  test("stays as it is the second time", () => {
    const once = completeLock({ packages: { "": {}, "node_modules/tool": parent } }).lock;
    expect(completeLock(once)).toEqual({ lock: once, added: [] });
  });
});

test("a package's name tells its platform", () => {
  expect(platformOf("@next/swc-win32-arm64-msvc")).toEqual({ os: ["win32"], cpu: ["arm64"] });
  expect(platformOf("@biomejs/cli-linux-x64")).toEqual({ os: ["linux"], cpu: ["x64"], libc: ["glibc"] });
  expect(platformOf("@esbuild/linux-mips64el").cpu).toEqual(["mips64el"]);
  expect(platformOf("@esbuild/linux-arm").cpu).toEqual(["arm"]);
});
