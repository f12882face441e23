"use client";

import { useMemo, useState } from "react";
import { COLUMNS_SHOWN, searchCategories } from "@/lib/domain/category-matrix";
import type { CategoryName } from "@/lib/domain/eligibility";
import { type ListState, listHref } from "@/lib/list-state";

/**
 * A part of the categories, found by name and walked through in portions. The address holds both and nothing is
 * asked for, since every category is here already.
 */
export function useMatrixColumns(state: ListState, categories: readonly CategoryName[]) {
  const asked = askedOf(state);
  const [picked, setPicked] = useState({ over: asked, ...asked });
  // What was picked counts until the page comes with another choice.
  const isOver = picked.over.named !== asked.named || picked.over.part !== asked.part;
  const { named, part } = isOver ? asked : picked;
  const found = useMemo(() => searchCategories(categories, named), [categories, named]);
  const parts = Math.max(1, Math.ceil(found.length / COLUMNS_SHOWN));
  const at = Math.min(part, parts);
  const start = (at - 1) * COLUMNS_SHOWN;
  const shown = useMemo(() => found.slice(start, start + COLUMNS_SHOWN), [found, start]);
  const here = useMemo(() => withColumns(state, { named, part }), [state, named, part]);
  const choose = (next: Choice) => {
    setPicked({ over: asked, ...next });
    const chosen = withColumns(state, next);
    window.history.replaceState(null, "", listHref(chosen, chosen.query));
  };
  /** @returns false at the end */
  const move = (direction: -1 | 1): boolean => {
    const next = at + direction;
    if (next < 1 || next > parts) return false;
    choose({ named, part: next });
    return true;
  };
  return {
    /** The list with the columns chosen, for its links and its file. */
    here,
    shown,
    move,
    search: named,
    setSearch: (text: string) => choose({ named: text, part: 1 }),
    ...{ from: start + 1, to: start + shown.length, all: found.length },
  };
}

interface Choice {
  /** A text in the categories' names, as typed. */
  named: string;
  /** Counted from one. */
  part: number;
}

function askedOf({ query: { filters } }: ListState): Choice {
  const part = filters.part ?? "";
  return { named: filters.named ?? "", part: /^[1-9]\d{0,5}$/.test(part) ? Number(part) : 1 };
}

/** No text and the first part are left out of the address. */
function withColumns(state: ListState, { named, part }: Choice): ListState {
  const { named: _named, part: _part, ...others } = state.query.filters;
  const filters = {
    ...others,
    ...(named.trim() === "" ? {} : { named }),
    ...(part === 1 ? {} : { part: String(part) }),
  };
  return { ...state, query: { ...state.query, filters } };
}
