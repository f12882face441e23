"use client";

import type { Route } from "next";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { isCurrent } from "@/lib/nav";

export function NavLink({ href, children }: { href: Route; children: ReactNode }) {
  const pathname = usePathname();
  return (
    <Link
      href={href}
      aria-current={isCurrent(href, pathname) ? "page" : undefined}
      onClick={(event) => closeSheet(event.currentTarget)}
      className="group/nav focus-inset relative flex h-9 items-center gap-2.5 rounded-md px-2.5 text-muted-foreground text-sm no-underline transition-colors hover:bg-accent hover:text-foreground aria-[current]:bg-card aria-[current]:font-medium aria-[current]:text-foreground aria-[current]:shadow-raised aria-[current]:[&_svg]:text-link md:h-8"
    >
      {children}
    </Link>
  );
}

/** On a small screen the navigation is a sheet, which a step to another page closes. */
function closeSheet(link: HTMLElement) {
  const sheet = link.closest<HTMLElement>("[popover]");
  if (sheet?.matches(":popover-open")) sheet.hidePopover();
}
