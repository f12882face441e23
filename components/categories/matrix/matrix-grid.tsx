"use client";

import { LongTableBody } from "@/components/ui/long-table-body";
import { Th } from "@/components/ui/table";
import { useGridKeys } from "@/components/ui/use-grid-keys";
import type { Queue, MatrixRow as Row } from "@/lib/domain/category-matrix";
import type { CategoryName } from "@/lib/domain/eligibility";
import { categoryMatrixText as text } from "@/lib/messages/category-matrix";
import { MatrixRow } from "./matrix-row";

interface MatrixGridProps {
  rows: readonly Row[];
  columns: readonly CategoryName[];
  queue: Queue;
  onBeyond: (direction: -1 | 1) => boolean;
  onToggle: ((row: Row, categoryId: number) => void) | undefined;
}

/** Users against categories; the user's name stays in sight while the categories scroll. */
export function MatrixGrid({ rows, columns, queue, onBeyond, onToggle }: MatrixGridProps) {
  const keys = useGridKeys({ rows: rows.length, columns: columns.length, onBeyond });
  return (
    <div className="desk-table-frame min-w-0">
      <section data-narrow="scroll" aria-label={text.caption} className="desk-table-scroll">
        <table
          ref={keys.table}
          role={onToggle && "grid"}
          aria-label={text.caption}
          className="desk-table w-full border-separate border-spacing-0 text-sm"
          onFocus={keys.onFocus}
          onKeyDown={keys.onKeyDown}
        >
          <thead>
            <tr>
              <Th className="start-0 z-11! border-border border-e">{text.user}</Th>
              {columns.map(({ id, name }) => (
                <th key={id} scope="col" className="max-w-32 text-center" title={name}>
                  <span className="block truncate">{name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <LongTableBody>
            {rows.map((row, at) => (
              <MatrixRow
                key={row.id}
                row={row}
                position={at}
                columns={columns}
                queued={queue.get(row.id)?.memberships}
                activeColumn={keys.active.row === at ? keys.active.column : null}
                onToggle={onToggle}
              />
            ))}
          </LongTableBody>
        </table>
      </section>
    </div>
  );
}
