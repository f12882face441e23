import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

/** Facts about one thing: term and value in two columns, value below term where it is narrow. */
export const KeyValues = ({ className, children }: { className?: string; children: ReactNode }) => (
  <div className={cn("@container min-w-0", className)}>
    <dl className="grid gap-x-6 text-sm @2xs:grid-cols-[fit-content(45%)_minmax(0,1fr)] @2xs:[&>*]:border-b @2xs:[&>*]:py-2 @2xs:[&>*:nth-last-child(-n+2)]:border-b-0">
      {children}
    </dl>
  </div>
);

export function KeyValue({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt className="hyphens-auto text-muted-foreground @max-2xs:text-xs @2xs:-me-6 @2xs:min-w-34 @2xs:pe-6">
        {term}
      </dt>
      <dd className="min-w-0 break-words @max-2xs:mb-2.5">{children}</dd>
    </>
  );
}
