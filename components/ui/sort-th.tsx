import type { Route } from "next";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Th } from "@/components/ui/table";
import { cn } from "@/lib/cn";
import { type ListState, type SortDirection, sortDirection, sortHref } from "@/lib/list-state";

interface SortThProps {
  state: ListState;
  /** As in the list's `sorts`. */
  column: string;
  /** "descending" for figures and times, where the largest is looked for first. */
  first?: SortDirection;
  numeric?: boolean;
  className?: string;
  children: ReactNode;
}

/** A column's head that sorts the list: a link, so that it works before any script does. */
export function SortTh({ state, column, first, numeric = false, className, children }: SortThProps) {
  const direction = sortDirection(state, column);
  return (
    <Th aria-sort={direction ?? "none"} numeric={numeric} className={className}>
      <Link
        href={sortHref(state, column, first) as Route}
        scroll={false}
        className={cn(
          "group/sort inline-flex items-center gap-1 rounded-xs hover:text-foreground",
          direction && "text-foreground",
          numeric && "flex-row-reverse",
        )}
      >
        {children}
        <svg
          viewBox="0 0 8 10"
          aria-hidden="true"
          className={cn(
            "h-2.5 w-2 fill-none stroke-current",
            !direction && "opacity-0 group-hover/sort:opacity-60 group-focus-visible/sort:opacity-60",
            direction === "ascending" && "rotate-180",
          )}
        >
          <path d="M4 1v7.5M1 5.75l3 3 3-3" strokeWidth="1.25" strokeLinecap="round" strokeLinejoin="round" />
        </svg>
      </Link>
    </Th>
  );
}
