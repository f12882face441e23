import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { lists } from "@/lib/lists";
import { source } from "./export-source";
import { pageOf } from "./list";

const ROWS = 4_500;
const QUERY: ListQuery = { limit: 50, filters: {} };
const rules = { sorts: { id: (id: number) => id }, defaultSort: "id" };

/** A list to which somebody adds a row at its beginning whenever it was read. */
function growing(isHeld: boolean) {
  const rows = Array.from({ length: ROWS }, (_, index) => index);
  let reads = 0;
  const { begin } = source<number>({
    of: null,
    config: () => lists.assets,
    columns: () => [{ name: "id", read: (id) => id }],
    isHeld,
    read: async (_actor, _of, query) => {
      const page = pageOf([...rows], query, rules);
      reads += 1;
      rows.push(-reads);
      return { page };
    },
  });
  return {
    reads: () => reads,
    async exported() {
      const begun = await begin({} as Actor, "", QUERY);
      const chunks: string[] = [];
      for await (const chunk of begun.chunks("json", [])) chunks.push(chunk);
      const ids = (JSON.parse(chunks.join("")) as { rows: { id: number }[] }).rows.map(({ id }) => id);
      return { ids, chunks };
    },
  };
}

describe("a list that is exported", () => {
  it("is read once where it is held whole, each row once, and written in portions all the same", async () => {
    const list = growing(true);
    const { ids, chunks } = await list.exported();
    expect(list.reads()).toBe(1);
    expect(ids).toEqual(Array.from({ length: ROWS }, (_, index) => index));
    expect(chunks.length).toBeGreaterThan(3);
  });

  it("is told to have failed when the rows that were read ahead do not come, after those that came", async () => {
    const { begin } = source<number>({
      of: null,
      config: () => lists.assets,
      columns: () => [{ name: "id", read: (id) => id }],
      read: async (_actor, _of, query) => {
        if (query.cursor) throw new Error("AMP is away.");
        return { page: { ...pageOf([1, 2], query, rules), nextCursor: "next" } };
      },
    });
    const begun = await begin({} as Actor, "", QUERY);
    let text = "";
    const reading = async () => {
      for await (const chunk of begun.chunks("csv", [])) {
        text += chunk;
        await setTimeout(5); // nobody waits for the next rows yet
      }
    };
    await expect(reading()).rejects.toThrow("AMP is away.");
    expect(text).toMatch(/1\r\n2\r\n$/);
  });

  it("is read to its end as of the moment that its first portion told, in portions as long as it says", async () => {
    const asked: ListQuery[] = [];
    const { begin } = source<number>({
      of: null,
      config: () => lists.assets,
      columns: () => [{ name: "id", read: (id) => id }],
      rowsAtOnce: ({ filters }) => (filters.by === "gaid" ? 3 : 2),
      read: async (_actor, _of, query) => {
        asked.push(query);
        return { page: pageOf([1, 2, 3, 4, 5, 6, 7], query, rules), pinned: { to: "2129507" } };
      },
    });
    const begun = await begin({} as Actor, "", { ...QUERY, filters: { by: "gaid", from: "12" } });
    const chunks: string[] = [];
    for await (const chunk of begun.chunks("csv", [])) chunks.push(chunk);
    expect(chunks.join("")).toMatch(/id\r\n1\r\n2\r\n3\r\n4\r\n5\r\n6\r\n7\r\n/);
    expect(asked.map(({ limit, filters }) => [limit, filters])).toEqual([
      [3, { by: "gaid", from: "12" }],
      [3, { by: "gaid", from: "12", to: "2129507" }],
      [3, { by: "gaid", from: "12", to: "2129507" }],
    ]);
  });

  it("is read portion by portion where it is too long to be held", async () => {
    const list = growing(false);
    await list.exported();
    expect(list.reads()).toBe(3);
  });
});
