import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Spinner } from "@/components/ui/spinner";
import { cn } from "@/lib/cn";

/** Words that are wider than a small screen take a second line. */
const WRAPPING = "max-sm:h-auto max-sm:max-w-full max-sm:whitespace-normal max-sm:py-0.5 max-sm:text-center";

export const buttonVariants = cva(
  [
    "relative inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border",
    "font-medium text-sm no-underline transition-[background-color,border-color,color] duration-100",
    "disabled:pointer-events-none disabled:opacity-45 aria-disabled:cursor-default",
    "[&_svg]:size-4 [&_svg]:shrink-0",
  ],
  {
    variants: {
      variant: {
        primary:
          "border-transparent bg-primary text-primary-foreground shadow-raised hover:bg-primary-hover active:bg-primary-hover",
        secondary:
          "border-border-strong bg-secondary text-secondary-foreground shadow-raised hover:border-input hover:bg-accent",
        ghost: "border-transparent text-foreground hover:bg-accent",
        danger: "border-transparent bg-danger-solid text-white shadow-raised hover:bg-danger-solid-hover",
        "danger-quiet": "border-border-strong bg-secondary text-danger shadow-raised hover:border-danger",
        link: "h-auto! min-h-0! border-transparent px-0! text-link underline-offset-2 hover:underline",
      },
      size: {
        sm: `h-7 px-2.5 text-xs max-sm:min-h-7 ${WRAPPING}`,
        md: `h-8 px-3 max-sm:min-h-8 ${WRAPPING}`,
        lg: `h-10 px-4 text-base max-sm:min-h-10 ${WRAPPING}`,
        icon: "size-8 px-0",
        "icon-sm": "size-7 px-0",
      },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

type Look = VariantProps<typeof buttonVariants>;

interface ButtonProps extends ComponentProps<"button">, Look {
  /** Shows a spinner over the words, keeps the width and the focus, and lets no second click through. */
  loading?: boolean;
  icon?: ReactNode;
}

/** A button of type "button" unless told otherwise. */
export function Button({ variant, size, loading, icon, className, children, ...props }: ButtonProps) {
  const busy = loading ? { "aria-busy": true, "aria-disabled": true, onClick: swallow } : undefined;
  return (
    <button type="button" {...props} {...busy} className={cn(buttonVariants({ variant, size }), className)}>
      <span className={cn("inline-flex items-center gap-[inherit]", loading && "opacity-0")}>
        {icon}
        {children}
      </span>
      {loading && <Spinner className="absolute" />}
    </button>
  );
}

/** A link that looks like a button: for what leads to another page. */
export function ButtonLink({
  variant,
  size,
  icon,
  className,
  children,
  ...props
}: ComponentProps<typeof Link> & Look & { icon?: ReactNode }) {
  return (
    <Link {...props} className={cn(buttonVariants({ variant, size }), className)}>
      {icon}
      {children}
    </Link>
  );
}

function swallow(event: MouseEvent) {
  event.preventDefault();
  event.stopPropagation();
}
