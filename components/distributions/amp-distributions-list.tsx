import Send from "lucide-react/icons/send";
import { ListTable, optionsOf } from "@/components/data/list-table";
import { PageCopyFreshness } from "@/components/data/page-copy-freshness";
import { ExportButton } from "@/components/export/export-button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { SortTh } from "@/components/ui/sort-th";
import { Th } from "@/components/ui/table";
import type { ListPage } from "@/lib/contracts/list";
import type { AmpDistributionRow, AmpDistributionView } from "@/lib/domain/amp-distribution";
import { isFiltered, type ListState } from "@/lib/list-state";
import { ampDistributionsText as text } from "@/lib/messages/amp-distributions";
import { AmpDistributionTableRow } from "./amp-distribution-row";

const { columns } = text;

interface AmpDistributionsListProps {
  asset: AmpDistributionView["asset"];
  state: ListState;
  page: ListPage<AmpDistributionRow>;
}

/** Every distribution that AMP has booked, a page at a time. */
export function AmpDistributionsList({ asset, state, page }: AmpDistributionsListProps) {
  return (
    <Card>
      <CardHeader title={text.title} description={text.description} className="border-b-0" />
      <FilterBar
        state={state}
        search={text.search}
        filters={[
          { name: "status", label: columns.status, options: optionsOf(text.statuses) },
          { name: "run", label: columns.run, options: optionsOf(text.runs) },
        ]}
        sorts={optionsOf(text.sorts)}
      >
        <PageCopyFreshness
          freshness={page.freshness}
          of={{ list: "distributions", assetUuid: asset.assetUuid }}
        />
        <ExportButton list="distributions" state={state} />
      </FilterBar>
      <ListTable
        state={state}
        page={page}
        caption={text.title}
        empty={
          <EmptyState icon={<Send aria-hidden />} title={isFiltered(state) ? text.filtered : text.empty} />
        }
        head={
          <>
            <SortTh state={state} column="confirmed" first="descending">
              {columns.confirmed}
            </SortTh>
            <Th>{columns.distribution}</Th>
            <Th>{columns.status}</Th>
            <Th>{columns.transactions}</Th>
            <SortTh state={state} column="recipients" first="descending" numeric>
              {columns.recipients}
            </SortTh>
            <SortTh state={state} column="amount" first="descending" numeric>
              {columns.amount}
            </SortTh>
            <Th>{columns.run}</Th>
          </>
        }
        row={(row) => <AmpDistributionTableRow key={row.distributionUuid} row={row} asset={asset} />}
      />
    </Card>
  );
}
