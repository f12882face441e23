import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";
import { uiText } from "@/lib/messages/ui";

export const Skeleton = ({ className, ...props }: ComponentProps<"div">) => (
  <div {...props} aria-hidden className={cn("animate-pulse rounded-sm bg-border/75", className)} />
);

/** The outline of a list page while it is read. `rows` near the real number keeps the page from jumping. */
export function TableSkeleton({ rows = 8 }: { rows?: number }) {
  return (
    <div
      role="status"
      className="contain-inline-size overflow-hidden rounded-lg border border-border bg-card"
    >
      <span className="sr-only">{uiText.loading}</span>
      <div className="flex h-9 items-center gap-8 rounded-t-lg border-border border-b bg-sunken px-4">
        <Skeleton className="h-2.5 w-20" />
        <Skeleton className="h-2.5 w-14" />
        <Skeleton className="ms-auto h-2.5 w-16" />
      </div>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <div key={row} className="flex h-9 items-center gap-8 border-border border-b px-4 last:border-b-0">
          <Skeleton className={row % 3 === 1 ? "h-3 w-32" : "h-3 w-40"} />
          <Skeleton className="h-3 w-16" />
          <Skeleton className={row % 2 ? "ms-auto h-3 w-24" : "ms-auto h-3 w-20"} />
        </div>
      ))}
    </div>
  );
}

export function PageSkeleton() {
  return (
    <div className="grid gap-5">
      <Skeleton className="h-7 w-48" />
      <Skeleton className="h-20 rounded-lg" />
      <TableSkeleton />
    </div>
  );
}
