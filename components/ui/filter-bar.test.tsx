import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { parseListState } from "@/lib/list-state";
import { assetLists, lists } from "@/lib/lists";
import { assignmentListText } from "@/lib/messages/assignment-list";
import { uiText } from "@/lib/messages/ui";
import { readSources } from "@/server/testing";
import { FilterBar } from "./filter-bar";

vi.mock("next/navigation", () => ({ useRouter: () => ({ replace: () => {} }) }));

const options = [{ value: "yes", label: "Yes" }];
const names = ["wallet", "company", "archived"];
const bar = (count: number, address: Record<string, string> = {}) =>
  renderToStaticMarkup(
    <FilterBar
      state={parseListState(address, lists.users)}
      search="Name"
      filters={names.slice(0, count).map((name) => ({ name, label: name, options }))}
    />,
  );

it("folds many filters away on small screens, before them in the order of keys, and sends them all the same", () => {
  const html = bar(3);
  expect(html).toMatch(/<details class="peer[^"]*sm:hidden"><summary/);
  expect(html.indexOf("</details>")).toBeLessThan(html.indexOf('<select name="wallet"'));
  expect(html.indexOf('type="search"')).toBeLessThan(html.indexOf("<details"));
  for (const name of names) expect(html).toContain(`<select name="${name}"`);
});

it("says on the fold how many filters are set; the search is in sight and does not count", () => {
  expect(bar(3)).toContain(`>${uiText.filters.fold(0)}<`);
  const html = bar(3, { q: "Ada", wallet: "yes", company: "no" });
  expect(html).toContain(`>${uiText.filters.fold(2)}<`);
});

it("leaves two filters in their row", () => {
  expect(bar(2)).not.toContain("<details");
});

it("takes the orders of every table whose heads sort: small screens hide the heads", () => {
  const { files } = readSources();
  const sorted = [...files].filter(
    ([file, text]) => !file.includes(".test.") && /<SortTh\b/.test(text) && /<FilterBar\b/.test(text),
  );
  expect(sorted.length).toBeGreaterThan(5);
  expect(sorted.filter(([, text]) => !/\bsorts=\{/.test(text)).map(([file]) => file)).toEqual([]);
});

it("has every order of the assignments, so that a filter keeps the one that was chosen", () => {
  const orders = assetLists.assignments("a").sorts.flatMap((sort) => [sort, `-${sort}`]);
  expect(Object.keys(assignmentListText.sorts).sort()).toEqual(orders.sort());
});
