"use client";

import Coins from "lucide-react/icons/coins";
import { useState } from "react";
import { CopyFreshness } from "@/components/data/copy-freshness";
import { ErrorAlert } from "@/components/data/error-alert";
import { ListTable, optionsOf } from "@/components/data/list-table";
import { NoRows } from "@/components/data/no-rows";
import { useLive } from "@/components/data/use-live";
import { ExportButton } from "@/components/export/export-button";
import { Card } from "@/components/ui/card";
import { FilterBar } from "@/components/ui/filter-bar";
import { SortTh } from "@/components/ui/sort-th";
import { Th } from "@/components/ui/table";
import { type UtxoRow as Row, type UtxosView, utxoKey } from "@/lib/domain/utxos";
import { type ListState, listHref } from "@/lib/list-state";
import { utxosText as text } from "@/lib/messages/utxos";
import { Selection } from "./selection";
import { UtxoFigures } from "./utxo-figures";
import { isChoosable, UtxoRow } from "./utxo-row";
import { WalletCard } from "./wallet-card";

const { columns } = text;
const SORTS = optionsOf(text.sorts);
const FILTERS = [
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
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { asset, page, wallet } = data;
  // What has left the page is no longer chosen: nobody changes what they do not see.
  const rows = page.rows.filter((row) => chosen.has(utxoKey(row)));
  const choosable = page.rows.filter(isChoosable);
  const choose = (some: Row[], isChosen: boolean) => {
    const next = new Set(rows.map(utxoKey));
    for (const row of some) next[isChosen ? "add" : "delete"](utxoKey(row));
    setChosen(next);
  };
  return (
    <div className="grid gap-5">
      {error && <ErrorAlert error={error} />}
      {state.query.filters.gaid ? (
        <WalletCard assetUuid={assetUuid} gaid={state.query.filters.gaid} wallet={wallet} asset={asset} />
      ) : (
        <UtxoFigures view={data} />
      )}
      <Card>
        <h2 className="sr-only">{text.title}</h2>
        <FilterBar state={state} search={text.search} filters={FILTERS} sorts={SORTS}>
          {/* One wallet's list stays that wallet's while it is searched. */}
          {state.query.filters.gaid && <input type="hidden" name="gaid" value={state.query.filters.gaid} />}
          <CopyFreshness freshness={page.freshness} of={{ list: "utxos", assetUuid }} onRefresh={refresh} />
          <ExportButton list="utxos" state={state} />
        </FilterBar>
        {canChange && (
          <Selection
            assetUuid={assetUuid}
            asset={asset}
            rows={rows}
            choosable={choosable.length}
            onAll={(isChosen) => choose(choosable, isChosen)}
            onDone={() => setChosen(new Set())}
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
                isChosen: chosen.has(utxoKey(row)),
                onChoose: (isChosen: boolean) => choose([row], isChosen),
              })}
            />
          )}
        />
        <p className="border-border border-t px-4 py-2.5 text-muted-foreground text-xs">{text.onlyUnspent}</p>
      </Card>
    </div>
  );
}
