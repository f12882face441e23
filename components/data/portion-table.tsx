"use client";

import type { ReactNode } from "react";
import { usePortion } from "@/components/data/use-portion";
import { CardBody } from "@/components/ui/card";
import { Table, TableBody, TableFoot, TableHead } from "@/components/ui/table";

interface PortionTableProps<T> {
  rows: readonly T[];
  /** Read out before the table. */
  caption: string;
  /** The heads of the columns. */
  head: ReactNode;
  row: (row: T, place: number) => ReactNode;
  /** What is said when there is no row, where that can be. */
  empty?: string;
  /** The row of the sums. */
  foot?: ReactNode;
  className?: string;
}

/** A table whose rows are all here: it begins short and grows when a person asks. */
export function PortionTable<T>({
  rows,
  caption,
  head,
  row,
  empty,
  foot,
  className = "",
}: PortionTableProps<T>) {
  const { shown, more } = usePortion(rows);
  if (rows.length === 0 && empty !== undefined)
    return <CardBody className="text-muted-foreground text-sm">{empty}</CardBody>;
  return (
    <>
      <Table caption={caption} className={className}>
        <TableHead>{head}</TableHead>
        <TableBody>{shown.map(row)}</TableBody>
        {foot && <TableFoot>{foot}</TableFoot>}
      </Table>
      {more}
    </>
  );
}
