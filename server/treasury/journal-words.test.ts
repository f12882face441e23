import fs from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const sources = fs
  .readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !/\.test\.|testing/.test(file));

/** Without a type the compiler takes any name for a detail or an entry that is put together before it is handed on. */
const UNTYPED = /\b(?:const|let) (?:detail|entry) = |\bdetail: Record<string/;

it("writes nothing into the journal whose names the compiler does not know", () => {
  expect(sources.length).toBeGreaterThan(30);
  const untyped = sources.filter((file) =>
    UNTYPED.test(fs.readFileSync(path.join(import.meta.dirname, file), "utf8")),
  );
  expect(untyped).toEqual([]);
});
