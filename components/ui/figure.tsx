import type { ReactNode } from "react";
import { cn } from "@/lib/cn";
import { groupDigits } from "@/lib/format/amounts";

interface FigureProps {
  label: ReactNode;
  value: ReactNode;
  /** Unit behind the value. */
  unit?: ReactNode;
  note?: ReactNode;
  className?: string;
}

/** One headline figure. Several stand in `Figures`, divided by hairlines like the top of a statement. */
export function Figure({ label, value, unit, note, className }: FigureProps) {
  return (
    <div className={cn("min-w-0 px-4 py-3 outline outline-border", className)}>
      <dt className="text-muted-foreground text-xs">{label}</dt>
      <dd className="mt-1 flex flex-wrap items-baseline gap-x-1.5 font-medium text-lg tracking-normal sm:text-xl sm:tracking-[-0.008em]">
        <span className="min-w-0 [overflow-wrap:anywhere]">
          {typeof value === "number" ? groupDigits(String(value)) : value}
        </span>
        {unit && <span className="font-normal text-muted-foreground text-sm">{unit}</span>}
      </dd>
      {note && <dd className="mt-0.5 text-muted-foreground text-xs">{note}</dd>}
    </div>
  );
}

export const Figures = ({ className, children }: { className?: string; children: ReactNode }) => (
  <dl
    className={cn(
      "grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-border bg-card shadow-raised",
      "sm:grid-cols-[repeat(auto-fit,minmax(11.5rem,1fr))]",
      className,
    )}
  >
    {children}
  </dl>
);
