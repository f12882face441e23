import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { parseListState, type SearchParams } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { NoRowsBetween } from "./no-rows-between";

const texts = { lastPage: "LAST", filtered: "FILTERED", filteredText: "", title: "EMPTY", text: "" };

function said(params: SearchParams, lookedThrough: number | null = null): string {
  const state = parseListState(params, assetLists.activity("a"));
  return renderToStaticMarkup(
    <NoRowsBetween state={state} icon={null} lookedThrough={lookedThrough} texts={texts} />,
  );
}

it("an empty list says why: nothing yet, a filter, its end", () => {
  expect(said({})).toContain("EMPTY");
  expect(said({ type: "burn" })).toContain("FILTERED");
  expect(said({ cursor: "x" })).toContain("LAST");
});

it("a list that was not looked through to its end is not called empty", () => {
  const text = said({ type: "burn" }, 1_000);
  expect(text).not.toContain("FILTERED");
  expect(text).toContain("so far");
});

it("a range that is none is named before anything else", () => {
  expect(said({ from: "9", to: "1", cursor: "x" })).toContain("above the last one");
  expect(said({ since: "2026-02-30" })).toContain("year, month and day");
});
