import { cn } from "@/lib/cn";

/** Ampdesk's own mark: a drop that rests on two lines of a ledger. The same drawing as public/mark.svg. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={cn("size-6 shrink-0", className)}>
      <rect width="32" height="32" rx="7" className="fill-primary" />
      <path
        d="M16 4.5c3.6 4.2 6 7.2 6 10.4a6 6 0 0 1-12 0c0-3.2 2.4-6.2 6-10.4Z"
        className="fill-primary-foreground"
      />
      <path d="M6.5 23.25h19" className="stroke-primary-foreground" strokeWidth="2" strokeLinecap="round" />
      <path
        d="M6.5 27.25h12"
        className="stroke-primary-foreground"
        strokeOpacity="0.6"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}
