"use client";

import Coins from "lucide-react/icons/coins";
import Users from "lucide-react/icons/users";
import { UnreadableAssets } from "@/components/assets/unreadable-assets";
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
import type { EligibilityMatrix as Matrix } from "@/lib/domain/eligibility-matrix";
import { type ListState, listHref } from "@/lib/list-state";
import { eligibilityMatrixText as text } from "@/lib/messages/eligibility-matrix";
import { EligibilityGrid } from "./eligibility-grid";
import { PartBar } from "./part-bar";

interface EligibilityMatrixProps {
  state: ListState;
  initial: Matrix;
  /** May put users into categories. */
  canAdd: boolean;
  /** May unlock and authorise assets. */
  canMend: boolean;
}

const filtersOf = ({ categories }: Matrix) => {
  const options = categories.map(({ id, name }) => ({ value: String(id), label: name }));
  return [
    { name: "category", label: text.filters.category, options },
    { name: "without", label: text.filters.without, options },
    { name: "wallet", label: text.filters.wallet, options: optionsOf(text.wallets) },
    { name: "asset", label: text.filters.asset },
  ];
};

/** Registered users against assets; what stands in the way of a pair is said on demand. */
export function EligibilityMatrix({ state, initial, canAdd, canMend }: EligibilityMatrixProps) {
  const { data, refresh, error } = useLive(`/api${listHref(state, state.query)}`, initial);
  const { page, columns, assetCount } = data;
  if (assetCount === 0) {
    return (
      <Card>
        <EmptyState icon={<Coins aria-hidden />} title={text.noAssets.title}>
          {text.noAssets.text}
        </EmptyState>
      </Card>
    );
  }
  return (
    <div className="grid gap-5">
      {error && <ErrorAlert error={error} />}
      <UnreadableAssets assetUuids={data.unreadable} />
      <Card>
        <FilterBar state={state} search={text.search} filters={filtersOf(data)} sorts={optionsOf(text.sorts)}>
          <CopyFreshness freshness={page.freshness} of={{ list: "users" }} onRefresh={refresh} />
          <ExportButton list="eligibility-matrix" state={state} />
        </FilterBar>
        {columns.found > 0 && <PartBar state={state} columns={columns} />}
        <Body state={state} data={data} canAdd={canAdd} canMend={canMend} />
      </Card>
    </div>
  );
}

interface BodyProps extends Omit<EligibilityMatrixProps, "initial"> {
  data: Matrix;
}

function Body({ state, data: { page, columns, categories }, canAdd, canMend }: BodyProps) {
  if (columns.found === 0) return <EmptyState icon={<Coins aria-hidden />} title={text.noneFound} />;
  if (page.rows.length === 0) return <NoRows state={state} icon={<Users aria-hidden />} texts={text.empty} />;
  return (
    <>
      <EligibilityGrid
        state={state}
        users={page.rows}
        assets={columns.assets}
        categories={categories}
        canAdd={canAdd}
        canMend={canMend}
      />
      <p className="border-border border-t px-4 py-2 text-muted-foreground text-xs">{text.keys}</p>
      <Pagination state={state} shown={page.rows.length} total={page.total} nextCursor={page.nextCursor} />
    </>
  );
}
