"use client";

import type { Route } from "next";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { Link } from "@/components/ui/link";
import { cn } from "@/lib/cn";

export interface Tab {
  href: Route;
  label: string;
  count?: number;
}

const MARGIN_PX = 16;

/** Tabs that are pages: each has an address. The row scrolls in its own frame where it is too narrow. */
export function Tabs({
  label,
  tabs,
  className,
}: {
  label: string;
  tabs: readonly Tab[];
  className?: string;
}) {
  const pathname = usePathname();
  const current = currentTab(tabs, pathname);
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    const tab = current && row.current?.querySelector<HTMLElement>("[aria-current]");
    // Only the row moves: the page stays where it is.
    if (tab) row.current?.scrollTo({ left: tab.offsetLeft - 2 * MARGIN_PX });
  }, [current]);
  return (
    <nav
      ref={row}
      aria-label={label}
      className={cn(
        "desk-tabs relative contain-inline-size overflow-x-auto border-border border-b",
        className,
      )}
    >
      <ul className="flex gap-5">
        {tabs.map((tab) => (
          <li key={tab.href} className="shrink-0">
            <Link
              href={tab.href}
              aria-current={tab.href === current ? (pathname === current ? "page" : "true") : undefined}
              className="focus-inset -mb-px flex h-9 items-center gap-1.5 border-transparent border-b-2 text-muted-foreground text-sm no-underline transition-colors hover:text-foreground aria-[current]:border-primary aria-[current]:font-medium aria-[current]:text-foreground"
            >
              {tab.label}
              {tab.count !== undefined && <span className="text-muted-foreground text-xs">{tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The tab of the page itself, or the nearest one above it: a distribution's page belongs to Distributions. */
function currentTab(tabs: readonly Tab[], pathname: string): string | undefined {
  const above = tabs.map((tab) => tab.href as string).filter((href) => `${pathname}/`.startsWith(`${href}/`));
  return above.sort((one, other) => other.length - one.length)[0];
}
