"use client";

import { useMemo, useState } from "react";
import { COLUMNS_SHOWN } from "@/lib/domain/category-matrix";
import type { CategoryName } from "@/lib/domain/eligibility";

/** A part of the categories, found by name and walked through in portions. */
export function useMatrixColumns(categories: readonly CategoryName[]) {
  const [search, setSearch] = useState("");
  const [portion, setPortion] = useState(0);
  const found = useMemo(() => {
    const needle = search.trim().toLowerCase();
    return categories.filter(({ name }) => name.toLowerCase().includes(needle));
  }, [categories, search]);
  const last = Math.max(0, Math.ceil(found.length / COLUMNS_SHOWN) - 1);
  const start = Math.min(portion, last) * COLUMNS_SHOWN;
  const shown = useMemo(() => found.slice(start, start + COLUMNS_SHOWN), [found, start]);
  /** @returns false at the end */
  const move = (direction: -1 | 1): boolean => {
    const next = start / COLUMNS_SHOWN + direction;
    if (next < 0 || next > last) return false;
    setPortion(next);
    return true;
  };
  return { shown, move, search, setSearch, from: start + 1, to: start + shown.length, all: found.length };
}
