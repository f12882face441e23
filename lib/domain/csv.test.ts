import { describe, expect, it } from "vitest";
import { parseCsv } from "./csv";

const rowsOf = (text: string) => parseCsv(text).rows;

describe("a table as text", () => {
  it.each([
    ["commas", "a,b\n1,2"],
    ["semicolons, as a German spreadsheet saves", "a;b\r\n1;2\r\n"],
    ["tabs, as a spreadsheet copies", "a\tb\n1\t2\n"],
    ["a byte order mark", "\ufeffa,b\n1,2"],
    ["line ends of an old Mac", "a,b\r1,2\r"],
    ["empty lines between", "\n\na,b\n\n,\n1,2\n\n"],
    ["spaces around cells", " a , b \n 1 ,2 "],
  ])("is read with %s", (_, text) => {
    expect(rowsOf(text)).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });

  it("keeps separators, quotes and line breaks inside quotes", () => {
    expect(rowsOf('name,note\n"Smith, ""Jo""","two\r\nlines"')).toEqual([
      ["name", "note"],
      ['Smith, "Jo"', "two\r\nlines"],
    ]);
  });

  it("keeps the spaces inside quotes and drops those around them", () => {
    expect(rowsOf('a, "  b " ,c')).toEqual([["a", "  b ", "c"]]);
  });

  it("takes a quote in the middle of a cell as it stands", () => {
    expect(rowsOf('a,5" pipe')).toEqual([["a", '5" pipe']]);
  });

  it("does not take a comma in a semicolon table's decimals for a separator", () => {
    expect(rowsOf("user;amount\n1;1,5")[1]).toEqual(["1", "1,5"]);
  });

  it("keeps empty cells, the last one too", () => {
    expect(rowsOf("a,,c,")).toEqual([["a", "", "c", ""]]);
  });

  it("says on which line each row begins", () => {
    expect(parseCsv('a\n\n"b\nb"\nc').lines).toEqual([1, 3, 5]);
  });

  it("says where a quote begins that never ends, and keeps what stood before", () => {
    expect(parseCsv('a,b\nc,"d\ne,f')).toEqual({ rows: [["a", "b"]], lines: [1], openQuoteLine: 2 });
  });

  it("has no rows without text", () => {
    expect(rowsOf(" \n\t\n")).toEqual([]);
  });
});
