"use client";

import Tags from "lucide-react/icons/tags";
import { CopyFreshness } from "@/components/data/copy-freshness";
import { ListTable, optionsOf } from "@/components/data/list-table";
import { useLive } from "@/components/data/use-live";
import { ExportButton } from "@/components/export/export-button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { Link } from "@/components/ui/link";
import { SortTh } from "@/components/ui/sort-th";
import { RowTitle, TableRow, Td } from "@/components/ui/table";
import type { ListPage } from "@/lib/contracts/list";
import type { CategorySummary } from "@/lib/domain/categories";
import { isFiltered, type ListState, listHref } from "@/lib/list-state";
import { categoriesText } from "@/lib/messages/categories";
import { routes } from "@/lib/routes";
import { AddCategoryButton } from "./add-category-button";

interface CategoriesTableProps {
  state: ListState;
  initial: ListPage<CategorySummary>;
  /** The id of a new category's form; null for those who may not add one. */
  intentId: string | null;
}

const { columns, empty, filters } = categoriesText;
const sortOptions = () => optionsOf(categoriesText.sorts);
const filterFields = (isIssuer: boolean) => [
  { name: "members", label: columns.members, options: optionsOf(filters.members) },
  { name: "assets", label: columns.assets, options: optionsOf(isIssuer ? filters.assets : filters.ofYours) },
];

export function CategoriesTable({ state, initial, intentId }: CategoriesTableProps) {
  const { data, refresh, error } = useLive(`/api${listHref(state, state.query)}`, initial);
  return (
    <Card>
      <FilterBar
        state={state}
        search={categoriesText.search}
        filters={filterFields(intentId !== null)}
        sorts={sortOptions()}
      >
        <CopyFreshness freshness={data.freshness} of={{ list: "categories" }} onRefresh={refresh} />
        <ExportButton list="categories" state={state} />
      </FilterBar>
      <ListTable
        state={state}
        page={data}
        error={error}
        caption={categoriesText.title}
        empty={<NoCategories isSearch={isFiltered(state)} intentId={intentId} />}
        head={
          <>
            <SortTh state={state} column="name">
              {columns.name}
            </SortTh>
            <SortTh state={state} column="members" first="descending" numeric>
              {columns.members}
            </SortTh>
            <SortTh state={state} column="assets" first="descending" numeric>
              {columns.assets}
            </SortTh>
          </>
        }
        row={(category) => (
          <CategoryTableRow key={category.id} category={category} isIssuer={intentId !== null} />
        )}
      />
    </Card>
  );
}

function CategoryTableRow({ category, isIssuer }: { category: CategorySummary; isIssuer: boolean }) {
  return (
    <TableRow>
      <RowTitle>
        <Link href={routes.category(category.id)} className="font-medium hover:underline">
          {category.name}
        </Link>
        {category.description && (
          <span className="line-clamp-1 max-w-prose font-normal text-muted-foreground text-xs">
            {category.description}
          </span>
        )}
      </RowTitle>
      <Td label={columns.members} numeric>
        {categoriesText.members(category.memberCount)}
      </Td>
      <Td label={columns.assets} numeric>
        {category.assets.length === 0 && !isIssuer
          ? categoriesText.noneOfYours
          : categoriesText.assets(category.assets.length)}
      </Td>
    </TableRow>
  );
}

function NoCategories({ isSearch, intentId }: { isSearch: boolean; intentId: string | null }) {
  if (isSearch) return <EmptyState icon={<Tags aria-hidden />} title={empty.filtered} />;
  return (
    <EmptyState
      icon={<Tags aria-hidden />}
      title={empty.title}
      action={intentId && <AddCategoryButton intentId={intentId} isSecond />}
    >
      {intentId ? empty.text : empty.manager}
    </EmptyState>
  );
}
