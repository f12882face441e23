import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

/** Facts about one thing: term and value in two columns, value below term where it is narrow. */
export const KeyValues = ({ className, children }: { className?: string; children: ReactNode }) => (
  <dl
    className={cn(
      "grid gap-x-6 text-sm sm:grid-cols-[minmax(8rem,max-content)_minmax(0,1fr)] sm:[&>*]:border-b sm:[&>*]:py-2 sm:[&>*:nth-last-child(-n+2)]:border-b-0",
      className,
    )}
  >
    {children}
  </dl>
);

export function KeyValue({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted-foreground max-sm:text-xs sm:-me-6 sm:pe-6">{term}</dt>
      <dd className="min-w-0 break-words max-sm:mb-2.5">{children}</dd>
    </>
  );
}
