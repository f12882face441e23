import type { VariantProps } from "class-variance-authority";
import ChevronDown from "lucide-react/icons/chevron-down";
import type { ComponentProps } from "react";
import { controlVariants } from "@/components/ui/control";
import { cn } from "@/lib/cn";

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

interface SelectProps extends Omit<ComponentProps<"select">, "size">, VariantProps<typeof controlVariants> {
  options: readonly SelectOption[];
  /** The first, empty choice. */
  placeholder?: string;
}

/** The browser's own select, in our clothes: keyboard, phones and screen readers come with it. */
export function Select({ options, placeholder, size, className, ...props }: SelectProps) {
  return (
    <span className={cn("relative flex items-center", className)}>
      <select {...props} className={cn(controlVariants({ size }), "appearance-none truncate pe-8!")}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute end-2 size-4 text-muted-foreground" />
    </span>
  );
}
