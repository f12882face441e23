import type { ReactNode } from "react";
import { ErrorAlert } from "@/components/data/error-alert";
import { LongTableBody } from "@/components/ui/long-table-body";
import { Pagination } from "@/components/ui/pagination";
import type { SelectOption } from "@/components/ui/select";
import { Table, TableHead } from "@/components/ui/table";
import type { ListPage } from "@/lib/contracts/list";
import type { ErrorView } from "@/lib/errors";
import type { ListState } from "@/lib/list-state";

interface ListTableProps<T> {
  state: ListState;
  page: ListPage<T>;
  /** Read out before the table. */
  caption: string;
  /** The heads of the columns. */
  head: ReactNode;
  row: (row: T) => ReactNode;
  /** What stands here when there is no row. */
  empty: ReactNode;
  /** Why it could not be read again: the rows stay, as old as they say. */
  error?: ErrorView | null;
}

/** The body of a list: its rows under their heads with the way to the next page, or what an empty one has to say. */
export function ListTable<T>({ state, page, caption, head, row, empty, error }: ListTableProps<T>) {
  const failure = error && (
    <div className="px-4 py-3">
      <ErrorAlert error={error} />
    </div>
  );
  if (page.rows.length === 0) return failure ?? empty;
  return (
    <>
      {failure}
      <Table caption={caption}>
        <TableHead>{head}</TableHead>
        <LongTableBody>{page.rows.map(row)}</LongTableBody>
      </Table>
      <Pagination state={state} shown={page.rows.length} total={page.total} nextCursor={page.nextCursor} />
    </>
  );
}

/** The choices of a filter or a sort, from its words in the catalogue. */
export const optionsOf = (labels: Readonly<Record<string, string>>): SelectOption[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));
