"use client";

import Users from "lucide-react/icons/users";
import { CopyFreshness } from "@/components/data/copy-freshness";
import { ErrorAlert } from "@/components/data/error-alert";
import { optionsOf } from "@/components/data/list-table";
import { NoRows } from "@/components/data/no-rows";
import { useLive } from "@/components/data/use-live";
import { ExportButton } from "@/components/export/export-button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import type { MatrixView } from "@/lib/domain/category-matrix";
import { type ListState, listHref } from "@/lib/list-state";
import { categoryMatrixText as text } from "@/lib/messages/category-matrix";
import { ColumnBar } from "./column-bar";
import { MatrixGrid } from "./matrix-grid";
import { QueueBar } from "./queue-bar";
import { useMatrixColumns } from "./use-columns";
import { useQueue } from "./use-queue";

interface CategoryMatrixProps {
  state: ListState;
  initial: MatrixView;
  workspaceId: string;
  canChange: boolean;
}

const sortOptions = () => optionsOf(text.sorts);

export function CategoryMatrix({ state, initial, workspaceId, canChange }: CategoryMatrixProps) {
  const { data, refresh, error } = useLive(`/api${listHref(state, state.query)}`, initial);
  const { page, categories } = data;
  const { queue, toggle, clear, place } = useQueue(workspaceId);
  const { here, shown, move, setSearch, ...bar } = useMatrixColumns(state, categories);
  if (categories.length === 0) {
    return (
      <Card>
        <EmptyState icon={<Users aria-hidden />} title={text.noCategories.title}>
          {text.noCategories.text}
        </EmptyState>
      </Card>
    );
  }
  const options = categories.map(({ id, name }) => ({ value: String(id), label: name }));
  return (
    <Card>
      <FilterBar
        state={here}
        search={text.search}
        filters={[
          { name: "category", label: text.filters.category, options },
          { name: "without", label: text.filters.without, options },
        ]}
        sorts={sortOptions()}
      >
        <CopyFreshness freshness={page.freshness} of={{ list: "users" }} onRefresh={refresh} />
        <ExportButton list="category-matrix" state={here} />
      </FilterBar>
      {error && (
        <div className="border-border border-t px-4 py-3">
          <ErrorAlert error={error} />
        </div>
      )}
      <ColumnBar {...bar} onSearch={setSearch} onMove={move} />
      {page.rows.length === 0 ? (
        !error && <NoRows state={here} icon={<Users aria-hidden />} texts={text.empty} />
      ) : (
        <>
          <MatrixGrid
            rows={page.rows}
            columns={shown}
            queue={queue}
            onBeyond={move}
            onToggle={canChange ? toggle : undefined}
          />
          {canChange && (
            <p className="border-border border-t px-4 py-2 text-muted-foreground text-xs">{text.keys}</p>
          )}
          <Pagination state={here} shown={page.rows.length} total={page.total} nextCursor={page.nextCursor} />
        </>
      )}
      {canChange && <QueueBar queue={queue} categories={categories} onClear={clear} />}
      <span ref={place} data-choice="changes" hidden />
    </Card>
  );
}
