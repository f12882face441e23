"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { columnsCookie } from "@/lib/columns";
import { type ListState, listHref, printColumns } from "@/lib/list-state";
import { keepChoice } from "./keep-choice";

/**
 * The columns of a list and how to choose others: shown at once, kept in the address, remembered by this browser.
 * @param list its name in `lib/lists.ts`
 */
export function useColumns(list: string, state: ListState) {
  const router = useRouter();
  const { shown, usual } = state.columns ?? { shown: [], usual: [] };
  const asked = shown.join(".");
  const [picked, setPicked] = useState<{ over: string; shown: readonly string[] } | null>(null);
  const choose = (next: readonly string[]) => {
    const columns = { shown: next, usual };
    setPicked({ over: asked, shown: next });
    keepChoice(columnsCookie(list), printColumns(columns));
    router.replace(listHref({ ...state, columns }, state.query) as Route, { scroll: false });
  };
  return {
    // What was picked counts until the page of that address, or of any other one, has come.
    shown: picked?.over === asked ? picked.shown : shown,
    choose,
    reset: () => choose(usual),
  };
}
