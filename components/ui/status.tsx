import type { ReactNode } from "react";
import type { Tone } from "@/components/ui/badge";
import { cn } from "@/lib/cn";

const colours: Record<Tone, string> = {
  neutral: "text-muted-foreground",
  info: "text-info",
  ok: "text-ok",
  waiting: "text-waiting",
  blocked: "text-blocked",
  danger: "text-danger",
};

/** Shapes differ as well as colours: a state must not hang on telling red from green. */
const shapes: Record<Tone, ReactNode> = {
  neutral: <circle cx="5" cy="5" r="3.25" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  info: <circle cx="5" cy="5" r="4" fill="currentColor" />,
  ok: <circle cx="5" cy="5" r="4" fill="currentColor" />,
  waiting: (
    <>
      <circle cx="5" cy="5" r="3.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M5 1.75a3.25 3.25 0 0 1 0 6.5Z" fill="currentColor" />
    </>
  ),
  blocked: <path d="M5 .75 9.25 5 5 9.25.75 5Z" fill="currentColor" />,
  danger: <path d="M5 .75 9.5 8.75H.5Z" fill="currentColor" />,
};

/** A state in a row: a small shape and its word, quieter than a `Badge`. */
export function Status({
  tone,
  wraps = false,
  className,
  children,
}: {
  tone: Tone;
  /** For a sentence instead of a word. */
  wraps?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span className={cn("inline-flex items-center gap-1.5", !wraps && "whitespace-nowrap", className)}>
      <svg viewBox="0 0 10 10" aria-hidden="true" className={cn("size-2.5 shrink-0", colours[tone])}>
        {shapes[tone]}
      </svg>
      {children}
    </span>
  );
}
