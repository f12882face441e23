"use client";

import { useCallback, useEffect, useState } from "react";
import type { GridRow } from "@/lib/domain/assignment-grid";
import { blankRow, type KeptGrid, keepGrid, newGrid, nextKey, openGrid, withRows } from "./kept-grid";

/** The grid's rows, kept for this tab: a reload or a wrong turn loses nothing. Nothing in them is secret. */
export function useGrid(assetUuid: string) {
  const [kept, setKept] = useState<KeptGrid | null>(null);
  useEffect(() => setKept(openGrid(sessionStorage, assetUuid)), [assetUuid]);
  const update = useCallback(
    (next: (rows: GridRow[]) => GridRow[]) =>
      setKept((before) => {
        if (!before) return before;
        const after = { ...before, rows: next(before.rows) };
        keepGrid(sessionStorage, assetUuid, after);
        return after;
      }),
    [assetUuid],
  );
  const change = useCallback(
    (key: number, part: Partial<GridRow>) =>
      update((rows) => rows.map((row) => (row.key === key ? { ...row, ...part } : row))),
    [update],
  );
  const remove = useCallback(
    (key: number) =>
      update((rows) => {
        const others = rows.filter((row) => row.key !== key);
        return others.length > 0 ? others : [blankRow(nextKey(rows))];
      }),
    [update],
  );
  const add = (count: number) =>
    update((rows) => [
      ...rows,
      ...Array.from({ length: count }, (_, index) => blankRow(nextKey(rows) + index)),
    ]);
  const take = useCallback(
    (found: Omit<GridRow, "key">[]) => update((rows) => withRows(rows, found)),
    [update],
  );
  const setAllReady = (isReady: boolean) => update((rows) => rows.map((row) => ({ ...row, isReady })));
  /** Another intention: only here, and after the first was carried out, the id changes. */
  const startOver = () => {
    const fresh = newGrid();
    keepGrid(sessionStorage, assetUuid, fresh);
    setKept(fresh);
  };
  return { kept, change, remove, add, take, setAllReady, startOver };
}
