import type { VariantProps } from "class-variance-authority";
import type { ComponentProps, ReactNode } from "react";
import { controlVariants } from "@/components/ui/control";
import { cn } from "@/lib/cn";

interface InputProps extends Omit<ComponentProps<"input">, "size">, VariantProps<typeof controlVariants> {
  /** Inside the field, before the text: an icon. */
  leading?: ReactNode;
  /** Inside the field, after the text: a unit. */
  trailing?: ReactNode;
  /** For ids, addresses and keys. */
  mono?: boolean;
}

export function Input({ size, leading, trailing, mono, className, ...props }: InputProps) {
  const looks = cn(
    controlVariants({ size }),
    mono && "font-mono",
    leading !== undefined && "ps-8",
    trailing !== undefined && "pe-16",
  );
  if (leading === undefined && trailing === undefined)
    return <input {...props} className={cn(looks, className)} />;
  return (
    <span className={cn("relative flex items-center", className)}>
      <span className="pointer-events-none absolute start-2.5 text-muted-foreground [&_svg]:size-4">
        {leading}
      </span>
      <input {...props} className={looks} />
      <span className="pointer-events-none absolute end-2.5 text-muted-foreground text-xs">{trailing}</span>
    </span>
  );
}
