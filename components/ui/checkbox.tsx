import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "@/lib/cn";

interface CheckboxProps extends Omit<ComponentProps<"input">, "type" | "children"> {
  label?: ReactNode;
  hint?: ReactNode;
}

/** With `label` it carries its own words; without, give it an `aria-label` or stand it beside a <label>. */
export function Checkbox({ label, hint, className, ...props }: CheckboxProps) {
  const generated = useId();
  // In the middle of a line of text, and of a stacked cell, whose words stand on their base line.
  if (label === undefined) return <Box {...props} className={cn("self-center align-middle", className)} />;
  const id = props.id ?? generated;
  return (
    <label htmlFor={id} className={cn("flex items-start gap-2 text-sm", className)}>
      <Box {...props} id={id} className="mt-0.5" />
      <span className="grid gap-0.5">
        <span>{label}</span>
        {hint && <span className="text-muted-foreground text-xs">{hint}</span>}
      </span>
    </label>
  );
}

function Box({ className, ...props }: ComponentProps<"input">) {
  return (
    <span className={cn("relative inline-flex size-4 shrink-0", className)}>
      <input
        {...props}
        type="checkbox"
        className="peer size-4 appearance-none rounded-sm border border-input bg-card transition-colors checked:border-primary checked:bg-primary indeterminate:border-primary indeterminate:bg-primary hover:border-foreground/60 disabled:opacity-50 aria-invalid:border-danger"
      />
      <svg
        viewBox="0 0 16 16"
        aria-hidden="true"
        className="pointer-events-none absolute inset-0 hidden fill-none stroke-[2.25] stroke-primary-foreground peer-checked:block"
      >
        <path d="m4 8.25 2.75 2.75L12 5.25" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </span>
  );
}
