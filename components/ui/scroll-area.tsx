import type { ReactNode } from "react";

interface ScrollAreaProps {
  /** Read out when it takes the focus. */
  label: string;
  /** How it looks, and where it ends and scrolls. */
  className: string;
  children: ReactNode;
}

/** A part of the page that scrolls within itself, also by the keyboard. */
export const ScrollArea = ({ label, className, children }: ScrollAreaProps) => (
  <section
    aria-label={label}
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without a stop of the tab key here nobody scrolls it by the keyboard
    tabIndex={0}
    className={className}
  >
    {children}
  </section>
);
