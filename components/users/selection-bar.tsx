"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { DialogButton } from "@/components/ui/dialog-button";
import type { ListPage } from "@/lib/contracts/list";
import type { CategoryName } from "@/lib/domain/eligibility";
import type { UserRow } from "@/lib/domain/users";
import type { ListState } from "@/lib/list-state";
import { userJobsText } from "@/lib/messages/user-jobs";
import type { Selection } from "./use-selection";

const { selection: text } = userJobsText;

const loadBulk = () => import("./bulk-dialog").then((module) => module.BulkDialog);

interface SelectionBarProps {
  state: ListState;
  selection: Selection;
  page: ListPage<UserRow>;
  categories: CategoryName[];
}

/** Above the list once somebody is selected: how many, and what can be done with all of them at once. */
export function SelectionBar({ state, selection, page, categories }: SelectionBarProps) {
  const { ids, isAll, selectAll, clear } = selection;
  if (ids.size === 0 && !isAll) return null;
  const total = page.total ?? 0;
  const count = isAll ? total : ids.size;
  const { q, filters } = state.query;
  const chosen = isAll ? { query: { filters, ...(q ? { q } : {}) } } : { ids: [...ids] };
  return (
    <section
      aria-label={text.bar}
      className="flex flex-wrap items-center gap-2 border-border border-b bg-sunken px-4 py-2"
    >
      <p role="status" className="font-medium text-sm">
        {text.count(count)}
      </p>
      {!isAll && total > ids.size && (
        <Button variant="link" onClick={selectAll}>
          {text.all(total)}
        </Button>
      )}
      <span className="ms-auto flex flex-wrap gap-2">
        {[true, false].map((isMember) => (
          <DialogButton
            key={String(isMember)}
            load={loadBulk}
            dialog={{ chosen, count, isMember, categories }}
            size="sm"
          >
            {isMember ? text.add : text.remove}
          </DialogButton>
        ))}
        <Button size="sm" variant="ghost" onClick={clear}>
          {text.clear}
        </Button>
      </span>
    </section>
  );
}

export function SelectOne({ selection, user }: { selection: Selection; user: UserRow }) {
  const { ids, isAll } = selection;
  const onChange = () => {
    const next = new Set(ids);
    if (!next.delete(user.id)) next.add(user.id);
    selection.set(next);
  };
  return (
    <Checkbox
      aria-label={text.one(user.name)}
      checked={isAll || ids.has(user.id)}
      disabled={isAll}
      onChange={onChange}
    />
  );
}

export function SelectPage({ selection, ids }: { selection: Selection; ids: number[] }) {
  const box = useRef<HTMLInputElement>(null);
  const isWhole = selection.isAll || (ids.length > 0 && ids.every((id) => selection.ids.has(id)));
  const isPart = !isWhole && selection.ids.size > 0;
  useEffect(() => {
    if (box.current) box.current.indeterminate = isPart;
  }, [isPart]);
  return (
    <Checkbox
      ref={box}
      aria-label={text.page}
      // Stacked rows have no head that could be seen.
      className="@max-[34rem]/desk-table:hidden"
      checked={isWhole}
      onChange={() => (isWhole ? selection.clear() : selection.set(ids))}
    />
  );
}
