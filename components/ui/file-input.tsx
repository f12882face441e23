import type { ComponentProps } from "react";

/** A file of the person's own, chosen or dropped. */
export const FileInput = (props: Omit<ComponentProps<"input">, "type" | "className">) => (
  <input
    {...props}
    type="file"
    className="w-full min-w-0 rounded-md border border-input bg-card p-2 text-sm file:me-3 file:rounded-sm file:border-0 file:bg-sunken file:px-3 file:py-1 file:font-medium aria-invalid:border-danger"
  />
);
