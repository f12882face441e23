import { expect, it } from "vitest";
import { typedList } from "./typed-list";

it("reads a list from lines, blanks and commas, each once", () => {
  expect(typedList(" a\n\nb, c;a\t")).toEqual(["a", "b", "c"]);
  expect(typedList(" \n")).toEqual([]);
});
