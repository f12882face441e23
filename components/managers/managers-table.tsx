"use client";

import UserCog from "lucide-react/icons/user-cog";
import { ListTable, optionsOf } from "@/components/data/list-table";
import { useLive } from "@/components/data/use-live";
import { ExportButton } from "@/components/export/export-button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { Freshness } from "@/components/ui/freshness";
import { Link } from "@/components/ui/link";
import { SortTh } from "@/components/ui/sort-th";
import { Status } from "@/components/ui/status";
import { RowTitle, TableRow, Td, Th } from "@/components/ui/table";
import type { ListPage } from "@/lib/contracts/list";
import type { ManagerRow } from "@/lib/domain/managers";
import { isFiltered, type ListState, listHref } from "@/lib/list-state";
import { managersText } from "@/lib/messages/managers";
import { routes } from "@/lib/routes";

const { columns, empty, filters, sorts, states } = managersText;
const filterFields = () => [{ name: "state", label: filters.state, options: optionsOf(states) }];
const sortOptions = () => optionsOf(sorts);

export function ManagersTable({ state, initial }: { state: ListState; initial: ListPage<ManagerRow> }) {
  const { data, refresh, error } = useLive(`/api${listHref(state, state.query)}`, initial);
  return (
    <Card>
      <FilterBar state={state} search={managersText.search} filters={filterFields()} sorts={sortOptions()}>
        <Freshness freshness={data.freshness} onRefresh={refresh} />
        <ExportButton list="managers" state={state} />
      </FilterBar>
      <ListTable
        state={state}
        page={data}
        error={error}
        caption={managersText.title}
        empty={<NoManagers isSearch={isFiltered(state)} />}
        head={
          <>
            <SortTh state={state} column="name">
              {columns.username}
            </SortTh>
            <Th>{columns.state}</Th>
            <Th>{columns.assets}</Th>
            <Th numeric>{columns.id}</Th>
          </>
        }
        row={(manager) => <ManagerTableRow key={manager.id} manager={manager} />}
      />
    </Card>
  );
}

function ManagerTableRow({ manager }: { manager: ManagerRow }) {
  return (
    <TableRow>
      <RowTitle>
        <Link href={routes.manager(manager.id)} className="font-medium hover:underline">
          {manager.username}
        </Link>
      </RowTitle>
      <Td label={columns.state}>
        <div>
          <Status tone={manager.isLocked ? "blocked" : "ok"}>
            {manager.isLocked ? states.locked : states.unlocked}
          </Status>
          {manager.isLocked && (
            <span className="block text-muted-foreground text-xs">{managersText.lockedHint}</span>
          )}
        </div>
      </Td>
      <Td label={columns.assets}>
        <GrantedAssets assets={manager.assets} />
      </Td>
      <Td label={columns.id} numeric>
        {manager.id}
      </Td>
    </TableRow>
  );
}

function GrantedAssets({ assets }: { assets: ManagerRow["assets"] }) {
  if (assets.length === 0) return <span className="text-muted-foreground">{managersText.noAssets}</span>;
  return (
    <span className="flex flex-wrap gap-x-3">
      {assets.map(({ assetUuid, name }) => (
        <Link key={assetUuid} href={routes.asset(assetUuid)} className="hover:underline">
          {name}
        </Link>
      ))}
    </span>
  );
}

function NoManagers({ isSearch }: { isSearch: boolean }) {
  if (isSearch) return <EmptyState icon={<UserCog aria-hidden />} title={empty.filtered} />;
  return (
    <EmptyState icon={<UserCog aria-hidden />} title={empty.title}>
      {empty.text}
    </EmptyState>
  );
}
