import fs from "node:fs";
import { expect, it } from "vitest";
import { chooseFixes, fixes } from "./fixes";

const names = Object.keys(fixes);

it("has all fixes off in strict mode and those of the table on in default mode", () => {
  expect(new Set(Object.values(chooseFixes("strict")))).toEqual(new Set([false]));
  const defaults = Object.entries(fixes).map(([name, { isDefault }]) => [name, isDefault]);
  expect(chooseFixes("default")).toEqual(Object.fromEntries(defaults));
});

it("switches each one by its name, in both modes", () => {
  for (const name of names) {
    expect(chooseFixes("strict", [name])).toMatchObject({ [name]: true });
    expect(chooseFixes("default", [`-${name}`])).toMatchObject({ [name]: false });
  }
});

it("refuses a name that is none, rather than leave a weakness open", () => {
  expect(() => chooseFixes("strict", ["rotateRefesh"])).toThrow(/rotateRefesh/);
});

it("names each fix with its number in the documentation", () => {
  const documentation = fs.readFileSync("docs/identity.md", "utf8");
  const missing = Object.entries(fixes).filter(
    ([name, { weakness }]) => !documentation.includes(`| \`${name}\``) || !documentation.includes(weakness),
  );
  expect(missing.map(([name]) => name)).toEqual([]);
});
