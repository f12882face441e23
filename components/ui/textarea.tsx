import type { ComponentProps } from "react";
import { controlVariants } from "@/components/ui/control";
import { cn } from "@/lib/cn";

/** Grows with its text where the browser can. */
export function Textarea({ className, mono, ...props }: ComponentProps<"textarea"> & { mono?: boolean }) {
  return (
    <textarea
      rows={3}
      {...props}
      className={cn(
        controlVariants(),
        "field-sizing-content h-auto min-h-16 resize-y py-1.5",
        mono && "font-mono",
        className,
      )}
    />
  );
}
