import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashSources, isBuilt, removeStamp, writeStamp } from "./build-stamp.mjs";

let root: string;
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "stamp-"));
  for (const folder of ["app", "lib", ".next"]) fs.mkdirSync(path.join(root, folder));
  write("app/page.tsx", "one");
  write("next.config.ts", "one");
  writeStamp(root, ".next", hashSources(root));
});
afterEach(() => fs.rmSync(root, { recursive: true }));

const write = (file: string, text: string) => fs.writeFileSync(path.join(root, file), text);

test("a build is current until a source file, its name or the configuration changes", () => {
  expect(isBuilt(root, ".next")).toBe(true);
  write("app/page.tsx", "two");
  expect(isBuilt(root, ".next")).toBe(false);
  write("app/page.tsx", "one");
  expect(isBuilt(root, ".next")).toBe(true);
  fs.renameSync(path.join(root, "app/page.tsx"), path.join(root, "lib/page.tsx"));
  expect(isBuilt(root, ".next")).toBe(false);
  fs.renameSync(path.join(root, "lib/page.tsx"), path.join(root, "app/page.tsx"));
  write("next.config.ts", "two");
  expect(isBuilt(root, ".next")).toBe(false);
});

test("tests and documents do not ask for a new build", () => {
  write("lib/page.test.ts", "test");
  write("README.md", "words");
  expect(isBuilt(root, ".next")).toBe(true);
});

test("an interrupted build has no stamp", () => {
  removeStamp(root, ".next");
  expect(isBuilt(root, ".next")).toBe(false);
});
