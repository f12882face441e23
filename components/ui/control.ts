import { cva } from "class-variance-authority";

/** What every typed-in control shares. 16 px on small screens, or phones zoom into the field. */
export const controlVariants = cva(
  [
    "w-full min-w-0 rounded-md border border-input bg-card text-foreground transition-colors max-sm:text-[1rem]",
    "placeholder:text-muted-foreground hover:border-foreground/45",
    "focus-visible:border-ring focus-visible:outline-1 focus-visible:outline-offset-0",
    "[&:read-only:not(select)]:bg-sunken disabled:bg-sunken disabled:text-muted-foreground",
    "aria-invalid:border-danger aria-invalid:focus-visible:outline-danger",
  ],
  {
    variants: { size: { sm: "h-7 px-2 text-xs", md: "h-8 px-2.5 text-sm", lg: "h-10 px-3 text-base" } },
    defaultVariants: { size: "md" },
  },
);
