"use client";

import { type ReactNode, useId, useRef } from "react";
import { placeBeside } from "@/components/ui/floating";
import { cn } from "@/lib/cn";

interface TooltipProps {
  content: ReactNode;
  /** False when the child takes the focus itself (a link, a button); the child is then described by the content. */
  focusable?: boolean;
  className?: string;
  children: ReactNode;
}

/**
 * More about a figure, on hover and on focus; Escape puts it away. Nothing may hang on it alone: touch screens
 * show it on tap only.
 */
export function Tooltip({ content, focusable = true, className, children }: TooltipProps) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const tip = useRef<HTMLSpanElement>(null);
  const show = () => {
    if (!anchor.current || !tip.current || tip.current.matches(":popover-open")) return;
    tip.current.showPopover();
    placeBeside(anchor.current, tip.current);
  };
  const hide = () => tip.current?.matches(":popover-open") && tip.current.hidePopover();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hover and focus only show what aria-describedby reads out
    <span
      ref={anchor}
      tabIndex={focusable ? 0 : undefined}
      aria-describedby={id}
      onPointerEnter={show}
      onPointerLeave={hide}
      onFocus={show}
      onBlur={hide}
      onKeyDown={(event) => event.key === "Escape" && hide()}
      className={cn("rounded-xs", className)}
    >
      {children}
      <span
        ref={tip}
        id={id}
        role="tooltip"
        popover="manual"
        className="surface-floating pointer-events-none w-max max-w-72 px-2.5 py-1.5 text-start font-normal text-xs whitespace-normal"
      >
        {content}
      </span>
    </span>
  );
}
