import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button";
import { type ListState, listHref } from "@/lib/list-state";
import { uiText } from "@/lib/messages/ui";

interface PaginationProps {
  state: ListState;
  /** Rows on this page. */
  shown: number;
  total: number | null;
  nextCursor: string | null;
}

/** The foot of a list. A cursor knows no page numbers: forward, or back to the start; the browser's Back does the rest. */
export function Pagination({ state, shown, total, nextCursor }: PaginationProps) {
  const text = total === null ? uiText.pagination.shown(shown) : uiText.pagination.shownOf(shown, total);
  const later = state.query.cursor !== undefined;
  return (
    <nav
      aria-label={uiText.pagination.label}
      className="flex min-h-11 flex-wrap items-center justify-between gap-2 border-border border-t px-4 py-2"
    >
      <p className="text-muted-foreground text-xs">{text}</p>
      {(later || nextCursor) && (
        <div className="flex gap-2">
          {later && (
            <ButtonLink size="sm" href={listHref(state) as Route}>
              {uiText.pagination.first}
            </ButtonLink>
          )}
          {nextCursor && (
            <ButtonLink size="sm" href={listHref(state, { cursor: nextCursor }) as Route}>
              {uiText.pagination.next}
            </ButtonLink>
          )}
        </div>
      )}
    </nav>
  );
}
