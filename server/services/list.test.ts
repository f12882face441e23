import { describe, expect, it } from "vitest";
import type { ListQuery } from "@/lib/contracts/list";
import { pageOf } from "./list";

const rows = [
  { name: "Fund 10", amount: 5n, kind: "fund" },
  { name: "fund 9", amount: 12345678901234567890n, kind: "fund" },
  { name: "Bond", amount: 7n, kind: "bond" },
];
const rules = {
  sorts: { name: (row: (typeof rows)[0]) => row.name, amount: (row: (typeof rows)[0]) => row.amount },
  defaultSort: "name",
  search: (row: (typeof rows)[0]) => [row.name],
  filters: { kind: (row: (typeof rows)[0], value: string) => row.kind === value },
};
const query = (part: Partial<ListQuery> = {}): ListQuery => ({ limit: 50, filters: {}, ...part });
const names = (part: Partial<ListQuery>) => pageOf(rows, query(part), rules).rows.map((row) => row.name);

describe("the query contract", () => {
  it("sorts texts as people do and amounts exactly", () => {
    expect(names({})).toEqual(["Bond", "fund 9", "Fund 10"]);
    expect(names({ sort: "-amount" })).toEqual(["fund 9", "Bond", "Fund 10"]);
  });

  it("puts what is absent last in both directions", () => {
    const some = [{ at: null }, { at: 2 }, { at: null }, { at: 1 }];
    const sorted = (sort: string) =>
      pageOf(some, query({ sort }), { sorts: { at: ({ at }) => at }, defaultSort: "at" }).rows.map(
        ({ at }) => at,
      );
    expect(sorted("at")).toEqual([1, 2, null, null]);
    expect(sorted("-at")).toEqual([2, 1, null, null]);
  });

  it("falls back to the default for a sort it does not know", () => {
    expect(names({ sort: "-__proto__" })).toEqual(names({}));
  });

  it("searches and filters together", () => {
    expect(names({ q: "FUND", filters: { kind: "bond" } })).toEqual([]);
    expect(names({ q: "fund 1", filters: { kind: "fund" } })).toEqual(["Fund 10"]);
    expect(names({ q: "10  fund" })).toEqual(["Fund 10"]);
  });

  it("walks every row exactly once with its cursor", () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = pageOf(rows, query({ limit: 2, ...(cursor ? { cursor } : {}) }), rules);
      seen.push(...page.rows.map((row) => row.name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(["Bond", "fund 9", "Fund 10"]);
  });

  it("refuses a cursor that it never gave out", () => {
    expect(() => pageOf(rows, query({ cursor: "bm9uc2Vuc2U" }), rules)).toThrow(/first page/);
  });
});
