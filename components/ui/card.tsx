import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/cn";

export function Card({ className, ...props }: ComponentProps<"section">) {
  return (
    <section
      {...props}
      className={cn("min-w-0 rounded-lg border border-border bg-card shadow-raised", className)}
    />
  );
}

interface CardHeaderProps {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  /** The heading's level in the outline of the page. */
  level?: 2 | 3;
  /** For `aria-labelledby` of the card. */
  id?: string;
  className?: string;
}

export function CardHeader({ title, description, actions, level = 2, id, className }: CardHeaderProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <header
      className={cn(
        "flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-2 border-border border-b px-4 py-2",
        className,
      )}
    >
      <div className="min-w-0">
        <Heading id={id} className="font-semibold text-sm">
          {title}
        </Heading>
        {description && <p className="text-muted-foreground text-xs">{description}</p>}
      </div>
      {actions && <div className="flex items-center gap-2">{actions}</div>}
    </header>
  );
}

export const CardBody = ({ className, ...props }: ComponentProps<"div">) => (
  <div {...props} className={cn("px-4 py-3.5", className)} />
);

export const CardFooter = ({ className, ...props }: ComponentProps<"footer">) => (
  <footer
    {...props}
    className={cn(
      "flex flex-wrap items-center justify-end gap-2 rounded-b-lg border-border border-t bg-sunken px-4 py-2.5",
      className,
    )}
  />
);
