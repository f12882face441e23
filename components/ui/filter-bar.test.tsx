import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { parseListState } from "@/lib/list-state";
import { lists } from "@/lib/lists";
import { uiText } from "@/lib/messages/ui";
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
