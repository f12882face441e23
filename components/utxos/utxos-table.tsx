"use client";

import Coins from "lucide-react/icons/coins";
import { CopyFreshness } from "@/components/data/copy-freshness";
import { ErrorAlert } from "@/components/data/error-alert";
import { ListTable, optionsOf } from "@/components/data/list-table";
import { NoRows } from "@/components/data/no-rows";
import { useLive } from "@/components/data/use-live";
import { useSelection } from "@/components/data/use-selection";
import { ExportButton } from "@/components/export/export-button";
import { Card } from "@/components/ui/card";
import { FilterBar } from "@/components/ui/filter-bar";
import { SortTh } from "@/components/ui/sort-th";
import { Th } from "@/components/ui/table";
import { type UtxosView, utxoKey } from "@/lib/domain/utxos";
import { isFiltered, type ListState, listHref } from "@/lib/list-state";
import { utxosText as text } from "@/lib/messages/utxos";
import { Selection } from "./selection";
import { UtxoFigures } from "./utxo-figures";
import { isChoosable, UtxoRow } from "./utxo-row";
import { WalletCard } from "./wallet-card";

const { columns } = text;
const sortOptions = () => optionsOf(text.sorts);
const filterFields = () => [
  { name: "state", label: text.filters.state, options: optionsOf(text.states) },
  { name: "owner", label: text.filters.owner, options: optionsOf(text.owners) },
];

interface UtxosTableProps {
  assetUuid: string;
  state: ListState;
  initial: UtxosView;
  canChange: boolean;
  /** For whom GAIDs can be looked up and transactions read. */
  canLookUp: boolean;
}

export function UtxosTable({ assetUuid, state, initial, canChange, canLookUp }: UtxosTableProps) {
  const { data, refresh, error } = useLive(`/api${listHref(state, state.query)}`, initial);
  const { asset, page, wallet } = data;
  const choosable = page.rows.filter(isChoosable);
  const selection = useSelection(choosable.map(utxoKey));
  return (
    <div className="grid gap-5">
      {error && <ErrorAlert error={error} />}
      {state.query.filters.gaid ? (
        <WalletCard assetUuid={assetUuid} gaid={state.query.filters.gaid} wallet={wallet} asset={asset} />
      ) : (
        <UtxoFigures view={data} isPart={isFiltered(state)} />
      )}
      <Card>
        <h2 className="sr-only">{text.title}</h2>
        <FilterBar state={state} search={text.search} filters={filterFields()} sorts={sortOptions()}>
          {/* One wallet's list stays that wallet's while it is searched. */}
          {state.query.filters.gaid && <input type="hidden" name="gaid" value={state.query.filters.gaid} />}
          <CopyFreshness freshness={page.freshness} of={{ list: "utxos", assetUuid }} onRefresh={refresh} />
          <ExportButton list="utxos" state={state} />
        </FilterBar>
        {canChange && (
          <Selection
            assetUuid={assetUuid}
            asset={asset}
            rows={choosable.filter((row) => selection.has(utxoKey(row)))}
            choosable={choosable.length}
            onAll={selection.toggleAll}
            onDone={selection.clear}
          />
        )}
        <ListTable
          state={state}
          page={page}
          caption={text.caption}
          empty={<NoRows state={state} icon={<Coins aria-hidden />} texts={text.empty} />}
          head={
            <>
              {canChange && (
                <Th fit>
                  <span className="sr-only">{columns.choose}</span>
                </Th>
              )}
              <SortTh state={state} column="owner">
                {columns.owner}
              </SortTh>
              <SortTh state={state} column="amount" first="descending" numeric>
                {columns.amount}
              </SortTh>
              <Th>{columns.state}</Th>
              <Th>{columns.output}</Th>
            </>
          }
          row={(row) => (
            <UtxoRow
              key={utxoKey(row)}
              row={row}
              asset={asset}
              assetUuid={assetUuid}
              canLookUp={canLookUp}
              {...(canChange && {
                isChosen: selection.has(utxoKey(row)),
                onChoose: () => selection.toggle(utxoKey(row)),
              })}
            />
          )}
        />
        <p className="border-border border-t px-4 py-2.5 text-muted-foreground text-xs">{text.onlyUnspent}</p>
      </Card>
    </div>
  );
}
