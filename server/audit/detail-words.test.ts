import fs from "node:fs";
import { expect, it } from "vitest";
import { auditDetailsText } from "@/lib/messages/audit-details";
import { withoutComments } from "@/server/testing";

const ROOMS = ["services", "assigning", "audit", "auth", "doors", "register", "requests", "investor"];

const sources = [
  ...ROOMS.flatMap((room) =>
    fs
      .readdirSync(`server/${room}`, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !/\.test\.|testing/.test(file))
      .map((file) => `server/${room}/${file}`),
  ),
  // The other files of that room write journals.
  "server/treasury/told.ts",
];

/** Where an entry's detail is put together: `detail: {`, `detail = {`, `detail: (intent) => ({`. */
const BEGINS = /\bdetail(?:: Record<string, unknown>)?(?: =|:)(?: \([^)]*\) =>)? \(?\{/g;

/** What stands between the commas of an object whose text begins after its brace. */
function partsOf(text: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const letter of text) {
    if (depth === 0 && letter === "}") break;
    if ("{[(".includes(letter)) depth += 1;
    if ("}])".includes(letter)) depth -= 1;
    if (depth === 0 && letter === ",") parts.push("");
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim());
}

/** Its names, and those of the objects that are spread into it where they stand. */
const namesIn = (text: string): string[] =>
  partsOf(text).flatMap((part) =>
    part.startsWith("...")
      ? [...part.matchAll(/\{/g)].flatMap(({ index }) => namesIn(part.slice(index + 1)))
      : (/^(\w+)(?::|$)/.exec(part)?.[1] ?? []),
  );

const namesOf = (source: string): string[] => {
  const text = withoutComments(source);
  return [...text.matchAll(BEGINS)].flatMap(({ 0: found, index }) =>
    namesIn(text.slice(index + found.length)),
  );
};

it("finds the names of details, those inside of values left out", () => {
  const source =
    "audited(actor, { detail: { user, count: f(a, { b: 1 }), ...(isY ? { y: 1 } : {}), ...rest } }); detail: ({ x }) => ({ x }),";
  expect(namesOf(source)).toEqual(["user", "count", "y", "x"]);
});

it("has a word for each name that an entry of the audit log is written with", () => {
  const names = new Set(sources.flatMap((file) => namesOf(fs.readFileSync(file, "utf8"))));
  expect(names.size).toBeGreaterThan(30);
  expect([...names].filter((name) => !Object.hasOwn(auditDetailsText, name)).sort()).toEqual([]);
});
