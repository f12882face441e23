import fs from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { fixes } from "../fixes";
import { checklist } from "./checklist";
import { differences } from "./differences";
import { notBuiltYet } from "./not-built-yet";

const ITEMS = 275;
/** Lower it with every id that gets its test; it never rises. */
const NOT_BUILT_AT_MOST = 1;

const folder = import.meta.dirname;
const sources = fs
  .readdirSync(folder)
  .filter((file) => file.endsWith(".contract.test.ts"))
  .map((file) => fs.readFileSync(path.join(folder, file), "utf8"));
/** Keys of what is handed to `conform`. */
const tested = sources.flatMap((text) =>
  [...text.matchAll(/^ +"(ID-[A-Z]+-\d+)"/gm)].map(([, id = ""]) => id),
);

it("has every item of the contract", () => {
  expect(checklist.size).toBe(ITEMS);
  expect([...checklist.values()].filter(({ words, tags }) => !words || tags.length === 0)).toEqual([]);
});

it("has a test for each id, or the id among what is not built yet", () => {
  const known = [...tested, ...notBuiltYet];
  expect([...checklist.keys()].filter((id) => !known.includes(id))).toEqual([]);
  expect(known.filter((id) => !checklist.has(id))).toEqual([]);
});

it("has no id twice, neither tested nor as not built", () => {
  const known = [...tested, ...notBuiltYet];
  expect(known.filter((id, index) => known.indexOf(id) !== index)).toEqual([]);
});

it("lets what is not built only become less", () => {
  expect(notBuiltYet.length).toBeLessThanOrEqual(NOT_BUILT_AT_MOST);
});

it("names for each difference of the default mode a fix that is on by default", () => {
  const numbers: string[] = Object.values(fixes).flatMap((fix) => (fix.isDefault ? [fix.weakness] : []));
  const stray = Object.entries(differences).filter(([id, { weakness }]) => {
    return !checklist.has(id) || !numbers.includes(weakness);
  });
  expect(stray).toEqual([]);
});
