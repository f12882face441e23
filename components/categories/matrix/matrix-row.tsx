"use client";

import Check from "lucide-react/icons/check";
import { memo } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Link } from "@/components/ui/link";
import { cn } from "@/lib/cn";
import type { MatrixRow as Row } from "@/lib/domain/category-matrix";
import type { CategoryName } from "@/lib/domain/eligibility";
import { categoryMatrixText as text } from "@/lib/messages/category-matrix";
import { routes } from "@/lib/routes";

interface MatrixRowProps {
  row: Row;
  position: number;
  columns: readonly CategoryName[];
  /** What waits for review, by category. */
  queued: ReadonlyMap<number, boolean> | undefined;
  /** The column that takes part in the tab order; null in every row but one. */
  activeColumn: number | null;
  /** Left out for those who may only look. */
  onToggle: ((row: Row, categoryId: number) => void) | undefined;
}

export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { row, columns, ...rest } = props;
  return (
    <tr>
      <th
        scope="row"
        className="sticky start-0 z-1 w-44 min-w-36 max-w-44 border-border border-e bg-card text-start font-medium sm:w-60 sm:max-w-60"
      >
        <Link href={routes.user(row.id)} className="block truncate hover:underline" title={row.name}>
          {row.name}
        </Link>
      </th>
      {columns.map((category, at) => (
        <Cell key={category.id} row={row} category={category} column={at} {...rest} />
      ))}
    </tr>
  );
});

interface CellProps extends Omit<MatrixRowProps, "columns"> {
  category: CategoryName;
  column: number;
}

function Cell({ row, category, column, position, queued, activeColumn, onToggle }: CellProps) {
  const change = queued?.get(category.id);
  const isMember = change ?? row.categories.includes(category.id);
  const isWaiting = change !== undefined;
  return (
    <td className={cn("text-center", isWaiting && "bg-waiting-soft")}>
      {onToggle ? (
        <Checkbox
          aria-label={(isWaiting ? text.queuedCell : text.cell)(row.name, category.name)}
          className="align-middle"
          data-row={position}
          data-column={column}
          tabIndex={activeColumn === column ? 0 : -1}
          checked={isMember}
          onChange={() => onToggle(row, category.id)}
        />
      ) : (
        isMember && (
          <>
            <Check aria-hidden className="mx-auto size-4" />
            <span className="sr-only">{text.yes}</span>
          </>
        )
      )}
    </td>
  );
}
