"use client";

import type { ReactNode } from "react";

/**
 * What takes the place of what a person has just used: it has the focus, so that its name is read aloud and the keyboard goes
 * on from there. When it goes, the focus comes back to where it was, if that is still on the page.
 */
export const InPlace = ({ label, children }: { label: string; children: ReactNode }) => (
  <section ref={enter} tabIndex={-1} aria-label={label} className="outline-none">
    {children}
  </section>
);

function enter(part: HTMLElement | null) {
  const before = document.activeElement as HTMLElement | null;
  part?.focus();
  return () => queueMicrotask(() => before?.focus());
}
