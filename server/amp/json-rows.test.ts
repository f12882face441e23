import { describe, expect, it } from "vitest";
import { createRowCutter } from "./json-rows";

/** The elements of `text` as they come out when it arrives in pieces of `size` letters. */
function cut(text: string, size: number): unknown[] {
  const cutter = createRowCutter();
  const rows: string[] = [];
  for (let at = 0; at < text.length; at += size) rows.push(...cutter.push(text.slice(at, at + size)));
  cutter.end();
  return rows.map((row) => JSON.parse(row));
}

const LISTS: unknown[] = [
  [],
  [1],
  [[], {}, [[]], "", null, true, -1.5e3],
  [
    { name: 'A "quoted", [odd] {name}\\', categories: [1, 2] },
    { name: "ä\n\u2028", gaid: null },
  ],
  [{ deep: [{ deeper: ["]", "}", ","] }] }, "\\\\", '\\"', "]"],
];

describe("the row cutter", () => {
  it.each(LISTS)("finds what JSON.parse finds, in pieces of every size: %j", (...list) => {
    for (const text of [JSON.stringify(list), ` \n${JSON.stringify(list, null, 2)} \n`]) {
      for (const size of [1, 2, 3, 7, text.length]) expect(cut(text, size)).toEqual(list);
    }
  });

  it.each([
    ["", "an empty answer"],
    ["[", "an open list"],
    ['[{"a":1},', "a list cut after a comma"],
    ['[{"a":1', "a list cut within a row"],
    ["[1] 2", "something after the list"],
    ['{"error":"no"}', "an object"],
    ['"[1]"', "a text"],
    ["[1,]", "a comma too many"],
    ["[,1]", "a comma too early"],
    ["[1}]", "a bracket of the other kind"],
  ])("refuses %s, %s", (text) => {
    for (const size of [1, 100]) expect(() => cut(text, size)).toThrow(SyntaxError);
  });

  it("holds one row at a time and stops at one without end", () => {
    const cutter = createRowCutter();
    cutter.push("[");
    expect(() => {
      for (let piece = 0; piece < 10; piece++)
        cutter.push(`"${"x".repeat(1_000_000)}`.slice(piece === 0 ? 0 : 1));
    }).toThrow(/does not end/);
  });
});
