"use client";

import { useState } from "react";
import { type ListState, listHref } from "@/lib/list-state";

export interface Selection {
  ids: ReadonlySet<number>;
  /** Every user that the list's search and filters match, on whatever page. */
  isAll: boolean;
  set(ids: Iterable<number>): void;
  selectAll(): void;
  clear(): void;
}

const NOBODY: ReadonlySet<number> = new Set();

/** What is selected on this page of the list; another page or filter begins anew, so that nothing unseen is changed. */
export function useSelection(state: ListState): Selection {
  const view = listHref(state, state.query);
  const [chosen, setChosen] = useState({ view, ids: NOBODY, isAll: false });
  const isHere = chosen.view === view;
  return {
    ids: isHere ? chosen.ids : NOBODY,
    isAll: isHere && chosen.isAll,
    set: (ids) => setChosen({ view, ids: new Set(ids), isAll: false }),
    selectAll: () => setChosen({ ...chosen, view, isAll: true }),
    clear: () => setChosen({ view, ids: NOBODY, isAll: false }),
  };
}
