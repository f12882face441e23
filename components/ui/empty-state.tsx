import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

interface EmptyStateProps {
  /** A lucide icon of the noun. */
  icon?: ReactNode;
  title: string;
  /** The page's own heading, where it has no other. */
  isHeading?: boolean;
  /** What belongs here and what it is good for. */
  children?: ReactNode;
  /** The button that makes the first one. */
  action?: ReactNode;
  className?: string;
}

export function EmptyState({ icon, title, isHeading = false, children, action, className }: EmptyStateProps) {
  const Title = isHeading ? "h1" : "p";
  return (
    <div className={cn("flex flex-col items-center px-6 py-12 text-center", className)}>
      {icon && (
        <span className="ledger-lines mb-4 grid h-14 w-24 place-items-center text-muted-foreground [&_svg]:size-6 [&_svg]:stroke-[1.5]">
          <span className="grid size-11 place-items-center rounded-lg border border-border-strong bg-card shadow-raised">
            {icon}
          </span>
        </span>
      )}
      <Title className="font-semibold text-base">{title}</Title>
      {children && <div className="mt-1 max-w-md text-balance text-muted-foreground text-sm">{children}</div>}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
