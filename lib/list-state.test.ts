import { describe, expect, it } from "vitest";
import {
  clearedHref,
  isFiltered,
  keptFilters,
  type ListConfig,
  listHref,
  parseListState,
  sortDirection,
  sortHref,
} from "@/lib/list-state";

const config: ListConfig = {
  path: "/assets",
  sorts: ["name", "supply"],
  defaultSort: "name",
  filters: { status: ["ready", "locked"], height: "any" },
};
const read = (text: string) => parseListState(Object.fromEntries(new URLSearchParams(text)), config);

describe("parseListState", () => {
  it("reads search, sort, filters, limit and cursor", () => {
    expect(read("q=bond&sort=-supply&status=locked&height=12&limit=20&cursor=abc").query).toEqual({
      q: "bond",
      sort: "-supply",
      filters: { status: "locked", height: "12" },
      limit: 20,
      cursor: "abc",
    });
  });

  it("falls back to the list's own order and length", () => {
    expect(read("").query).toEqual({ sort: "name", filters: {}, limit: 50 });
  });

  it("leaves out what it does not know, so that an old link still shows the list", () => {
    expect(read("sort=-colour&status=sold&other=1&limit=-3&q=%20").query).toEqual({
      sort: "name",
      filters: {},
      limit: 50,
    });
    expect(read("limit=100000").query.limit).toBe(200);
    expect(parseListState({ q: ["one", "two"] }, config).query.q).toBe("one");
  });

  it("takes zero bytes out of what is searched and filtered by", () => {
    const { q, filters } = read("q=a%00b&height=%00&status=ready%00").query;
    expect([q, filters]).toEqual(["ab", { status: "ready" }]);
    expect(read("q=%00").query).not.toHaveProperty("q");
  });
});

describe("listHref", () => {
  it("writes the address that reads back the same, and leaves defaults out", () => {
    for (const text of ["", "q=a+b", "status=ready&sort=-name", "q=x&height=9&limit=10&cursor=abc"]) {
      const state = read(text);
      const href = listHref(state, { cursor: state.query.cursor });
      expect(read(href.split("?")[1] ?? "").query).toEqual(state.query);
    }
    expect(listHref(read("sort=name&limit=50"))).toBe("/assets");
  });

  it("starts at the first page when anything but the cursor changes", () => {
    expect(listHref(read("q=x&cursor=abc"), { q: "y" })).toBe("/assets?q=y");
    expect(listHref(read("q=x"), { cursor: "abc" })).toBe("/assets?q=x&cursor=abc");
  });

  it("clears search and filters and keeps the length", () => {
    const state = read("q=x&status=ready&limit=20");
    expect(isFiltered(state)).toBe(true);
    expect(clearedHref(state)).toBe("/assets?limit=20");
    expect(isFiltered(read("limit=20&sort=-name"))).toBe(false);
  });
});

describe("sortHref", () => {
  it("turns the direction with each click", () => {
    expect(sortHref(read(""), "supply")).toBe("/assets?sort=supply");
    expect(sortHref(read("sort=supply"), "supply")).toBe("/assets?sort=-supply");
    expect(sortHref(read("sort=-name"), "name")).toBe("/assets");
  });

  it("begins with the largest where that is what people look for", () => {
    expect(sortHref(read(""), "supply", "descending")).toBe("/assets?sort=-supply");
    expect(sortDirection(read("sort=-supply"), "supply")).toBe("descending");
    expect(sortDirection(read("sort=-supply"), "name")).toBeUndefined();
  });
});

describe("columns", () => {
  const chosen: ListConfig = { ...config, columns: { all: ["a", "b", "c"], usual: ["a", "b"] } };
  const state = (text: string, remembered?: string) =>
    parseListState(Object.fromEntries(new URLSearchParams(text)), chosen, remembered);

  it("are those of the address, else of the browser's memory, else the usual ones", () => {
    expect(state("columns=c.a").columns?.shown).toEqual(["a", "c"]);
    expect(state("columns=c", "a").columns?.shown).toEqual(["c"]);
    expect(state("", "b.c").columns?.shown).toEqual(["b", "c"]);
    expect(state("").columns?.shown).toEqual(["a", "b"]);
    expect(state("columns=other").columns?.shown).toEqual(["a", "b"]);
    expect(read("columns=a")).not.toHaveProperty("columns");
  });

  it("stay in every link of the list, unless they are the usual ones", () => {
    expect(sortHref(state("columns=a.c"), "supply")).toBe("/assets?sort=supply&columns=a.c");
    expect(clearedHref(state("q=x&columns=c"))).toBe("/assets?columns=c");
    expect(listHref(state("columns=b.a"))).toBe("/assets");
    expect(isFiltered(state("columns=c"))).toBe(false);
  });
});

describe("a filter that says what is listed", () => {
  const kept = { ...config, keeps: ["height"] };
  const state = (text: string) => parseListState(Object.fromEntries(new URLSearchParams(text)), kept);

  it("narrows nothing, and stays when the others are cleared", () => {
    expect(isFiltered(state("height=9"))).toBe(false);
    expect(isFiltered(state("height=9&status=ready"))).toBe(true);
    expect(clearedHref(state("height=9&status=ready&q=x"))).toBe("/assets?height=9");
    expect(keptFilters(state("height=9&status=ready"))).toEqual({ height: "9" });
    expect(keptFilters(read("height=9"))).toEqual({});
  });
});
