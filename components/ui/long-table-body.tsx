"use client";

import type { ReactNode } from "react";
import { TableBody } from "@/components/ui/table";
import { useInBrowser } from "@/components/ui/use-in-browser";

/** More rows than a window shows. */
const FIRST = 20;

/** Of a row without a second line. */
const ROW_REM = 2.75;

/**
 * The rows of a page. The server's HTML draws those that a window shows, and keeps the place of the others until the
 * scripts are there: what nobody sees yet delays nothing that is seen.
 */
export function LongTableBody({ children }: { children: readonly ReactNode[] }) {
  const isAlive = useInBrowser(() => true, false);
  const left = isAlive ? 0 : Math.max(0, children.length - FIRST);
  return (
    <TableBody>
      {left > 0 ? children.slice(0, FIRST) : children}
      {left > 0 && <tr aria-hidden style={{ blockSize: `${left * ROW_REM}rem` }} />}
    </TableBody>
  );
}
