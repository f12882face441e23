import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/cn";

interface RadioCardProps extends Omit<ComponentProps<"input">, "type" | "title"> {
  title: ReactNode;
  description?: ReactNode;
  /** At the end of the title's line: a badge or a figure. */
  aside?: ReactNode;
}

/** One of a few weighty choices, with room to say what it means. Several stand in a `RadioGroup`. */
export function RadioCard({ title, description, aside, className, ...props }: RadioCardProps) {
  return (
    <label
      className={cn(
        "flex items-start gap-2.5 rounded-lg border border-border-strong bg-card p-3 transition-colors hover:border-input",
        "has-checked:border-primary has-checked:shadow-[inset_0_0_0_1px_var(--primary)]",
        "has-focus-visible:outline-2 has-focus-visible:outline-ring has-focus-visible:outline-offset-2",
        "has-disabled:bg-sunken has-disabled:text-muted-foreground",
        className,
      )}
    >
      <input
        {...props}
        type="radio"
        className="mt-0.5 size-4 shrink-0 appearance-none rounded-full border border-input bg-card checked:border-[5px] checked:border-primary focus-visible:outline-none"
      />
      <span className="grid min-w-0 flex-1 gap-0.5">
        <span className="flex items-center justify-between gap-2 font-medium text-sm">
          {title}
          {aside}
        </span>
        {description && <span className="text-muted-foreground text-xs">{description}</span>}
      </span>
    </label>
  );
}

interface RadioGroupProps extends ComponentProps<"fieldset"> {
  legend: ReactNode;
  hint?: ReactNode;
  error?: string | readonly string[] | undefined;
}

export function RadioGroup({ legend, hint, error, className, children, ...props }: RadioGroupProps) {
  const errors = typeof error === "string" ? [error] : error;
  return (
    <fieldset {...props} className={cn("min-w-0", className)}>
      <legend className="mb-1.5 font-medium text-sm">{legend}</legend>
      {hint && <p className="-mt-1 mb-2 text-muted-foreground text-xs">{hint}</p>}
      <div className="grid gap-2">{children}</div>
      {errors?.map((one) => (
        <p key={one} role="alert" className="mt-1.5 text-danger text-xs">
          {one}
        </p>
      ))}
    </fieldset>
  );
}
