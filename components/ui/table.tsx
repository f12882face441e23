import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/cn";
import { uiText } from "@/lib/messages/ui";

interface TableFrameProps {
  /**
   * In a narrow place a `stack` turns each row into a card, every cell with its `label` before it; a `scroll` keeps
   * the columns at every width. What does not fit scrolls in its own frame, with a shadow where more is hidden.
   */
  narrow?: "stack" | "scroll";
  /** What the table lists; read out, not shown. */
  caption: string;
  className?: string;
  children: ReactNode;
}

/** A table in its frame. Where there is room, its head stays below the top bar while the page scrolls. */
export function Table({ narrow = "stack", caption, className, children }: TableFrameProps) {
  return (
    <div className={cn("desk-table-frame min-w-0", className)}>
      <section
        data-narrow={narrow}
        aria-label={narrow === "scroll" ? `${caption}. ${uiText.tableScroll}` : caption}
        tabIndex={narrow === "scroll" ? 0 : undefined}
        className="desk-table-scroll focus-inset"
      >
        <table className="desk-table w-full border-separate border-spacing-0 text-sm">
          <caption className="sr-only">{caption}</caption>
          {children}
        </table>
      </section>
    </div>
  );
}

export const TableHead = ({ children }: { children: ReactNode }) => (
  <thead>
    <tr>{children}</tr>
  </thead>
);

export const TableBody = (props: ComponentProps<"tbody">) => <tbody {...props} />;

export const TableFoot = (props: ComponentProps<"tfoot">) => <tfoot {...props} />;

export const TableRow = ({ className, ...props }: ComponentProps<"tr">) => (
  <tr {...props} className={cn("group/row", className)} />
);

interface CellProps {
  /** Amounts, counts and heights stand at the end, digit under digit. */
  numeric?: boolean;
  /** For the last column of buttons: no wider than they are. */
  fit?: boolean;
}

export const Th = ({ numeric, fit, className, ...props }: ComponentProps<"th"> & CellProps) => (
  <th
    scope="col"
    {...props}
    className={cn(numeric ? "text-end" : "text-start", fit && "desk-fit whitespace-nowrap", className)}
  />
);

interface TdProps extends ComponentProps<"td">, CellProps {
  /** The column's name, shown before the value when the rows are stacked. Leave it out for the row's title. */
  label?: string;
}

export const Td = ({ label, numeric, fit, className, ...props }: TdProps) => (
  <td
    {...props}
    data-label={label}
    className={cn(numeric && "whitespace-nowrap text-end", fit && "desk-fit whitespace-nowrap", className)}
  />
);

/** The cell that names the row. */
export const RowTitle = ({ className, ...props }: ComponentProps<"th">) => (
  <th scope="row" {...props} className={cn("text-start font-medium", className)} />
);
