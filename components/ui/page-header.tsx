import type { Route } from "next";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { uiText } from "@/lib/messages/ui";

export interface Crumb {
  label: string;
  href: Route;
}

interface PageHeaderProps {
  title: ReactNode;
  /** The pages above this one, outermost first. */
  crumbs?: readonly Crumb[];
  /** Beside the title: badges. */
  aside?: ReactNode;
  /** Below the title: one line about the page, or ids. */
  description?: ReactNode;
  /** How fresh the figures are. */
  freshness?: ReactNode;
  actions?: ReactNode;
  /** Tabs, closing the header. */
  tabs?: ReactNode;
}

export function PageHeader({
  title,
  crumbs = [],
  aside,
  description,
  freshness,
  actions,
  tabs,
}: PageHeaderProps) {
  return (
    <header className="mb-5">
      {crumbs.length > 0 && <Breadcrumbs crumbs={crumbs} />}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="min-w-0 break-words font-semibold text-xl">{title}</h1>
            {aside}
          </div>
          {description && (
            <div className="mt-0.5 max-w-prose text-pretty text-muted-foreground text-sm">{description}</div>
          )}
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {freshness}
          {actions && <div className="flex flex-wrap items-center gap-2 empty:hidden">{actions}</div>}
        </div>
      </div>
      {tabs && <div className="mt-4">{tabs}</div>}
    </header>
  );
}

function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label={uiText.breadcrumbs} className="mb-1">
      <ol className="flex flex-wrap items-center gap-x-1.5 text-muted-foreground text-xs">
        {crumbs.map(({ href, label }) => (
          <li key={href} className="flex items-center gap-x-1.5">
            <Link href={href} className="rounded-xs underline-offset-2 hover:text-foreground hover:underline">
              {label}
            </Link>
            <svg
              viewBox="0 0 6 10"
              aria-hidden="true"
              className="h-2 w-1 fill-none stroke-current rtl:-scale-x-100"
            >
              <path d="m1 1 4 4-4 4" strokeWidth="1.25" />
            </svg>
          </li>
        ))}
      </ol>
    </nav>
  );
}
