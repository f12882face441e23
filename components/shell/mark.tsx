import { cn } from "@/lib/cn";

/** Ampdesk's own mark: a drop that rests on two lines of a ledger. The same drawing as public/mark.svg. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={cn("size-6 shrink-0", className)}>
      <rect width="32" height="32" rx="7" className="fill-primary" />
      <path
        d="M16 3.75c3.2 3.8 5.5 6.6 5.5 9.6a5.5 5.5 0 0 1-11 0c0-3 2.3-5.8 5.5-9.6Z"
        className="fill-primary-foreground"
      />
      <path d="M6.5 22.75h19" className="stroke-primary-foreground" strokeWidth="2" strokeLinecap="round" />
      <path
        d="M6.5 26.75h12"
        className="stroke-primary-foreground"
        strokeOpacity="0.6"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}
