import { describe, expect, it } from "vitest";
import { createMemberCutter } from "./json-member";

/** The elements of the list `rows` of `text` as they come out when it arrives in pieces of `size` letters. */
function cut(text: string, size: number): unknown[] {
  const cutter = createMemberCutter("rows");
  const rows: string[] = [];
  for (let at = 0; at < text.length; at += size) rows.push(...cutter.push(text.slice(at, at + size)));
  cutter.end();
  return rows.map((row) => JSON.parse(row));
}

const ROWS = [{ name: 'A "quoted", [odd] {rows}\\', rows: [1, 2] }, { name: "ä", gaid: null }, [[]], "]}"];
const OBJECTS: Record<string, unknown>[] = [
  { rows: ROWS },
  { rows: [] },
  { before: { rows: [1] }, rows: ROWS, after: [{ rows: [2] }] },
  { before: "rows", other: ["rows", { rows: [3] }], rows: ROWS, "rows ": [4] },
];

describe("the cutter of a list within an object", () => {
  it.each(OBJECTS)("finds what JSON.parse finds, in pieces of every size: %j", (object) => {
    for (const text of [JSON.stringify(object), ` \n${JSON.stringify(object, null, 2)} \n`]) {
      for (const size of [1, 2, 3, 7, text.length]) expect(cut(text, size)).toEqual(object.rows);
    }
  });

  it.each([
    ["", "an empty answer"],
    ["[1]", "a list"],
    ['{"lines":[1]}', "an object without it"],
    ['{"rows":{"rows":[1]}}', "an object in its place"],
    ['{"rows":[1', "a list that is cut off"],
    ['{"rows":[1]', "an object that is cut off"],
    ['{"rows":[1]} 2', "something after the object"],
    ['{"rows":[1,]}', "a comma too many"],
  ])("refuses %s: %s", (text) => {
    for (const size of [1, text.length + 1]) expect(() => cut(text, size)).toThrow(SyntaxError);
  });
});
