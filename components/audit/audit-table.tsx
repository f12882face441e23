"use client";

import ScrollText from "lucide-react/icons/scroll-text";
import { ErrorAlert } from "@/components/data/error-alert";
import { ListTable, optionsOf } from "@/components/data/list-table";
import { NoRows } from "@/components/data/no-rows";
import { useLive } from "@/components/data/use-live";
import { ExportButton } from "@/components/export/export-button";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { FilterBar } from "@/components/ui/filter-bar";
import { Freshness } from "@/components/ui/freshness";
import type { AuditPage } from "@/lib/domain/audit";
import { type ListState, listHref } from "@/lib/list-state";
import { auditText } from "@/lib/messages/audit";
import { AuditHeads } from "./audit-heads";
import { AuditRow } from "./audit-row";
import { DayRange } from "./day-range";

const { empty, filters, outcomes, kinds, actions, rows, by, managers } = auditText;
interface AuditTableProps {
  state: ListState;
  initial: AuditPage;
  /** Who has signed in to the workspace. */
  people: readonly string[];
  /** Whether managers of this issuer's have signed in to this desk. */
  hasManagers: boolean;
  /** By name; none while AMP is away. */
  assets: readonly { assetUuid: string; name: string }[];
}

export function AuditTable({ state, initial, people, hasManagers, assets }: AuditTableProps) {
  const { data, refresh, error } = useLive(`/api${listHref(state, state.query)}`, initial);
  return (
    <div className="grid gap-5">
      {error && <ErrorAlert error={error} />}
      {data.lacksManagers && <Alert tone="waiting" title={managers.missing} />}
      <Card>
        <FilterBar
          state={state}
          search={auditText.search}
          filters={filtersOf(state, people, hasManagers, assets)}
        >
          <DayRange state={state} />
          <Freshness freshness={data.freshness} onRefresh={refresh} />
          <ExportButton list="audit" state={state} />
        </FilterBar>
        <ListTable
          state={state}
          page={data}
          caption={auditText.caption}
          empty={<NoRows state={state} icon={<ScrollText aria-hidden />} texts={empty} />}
          head={<AuditHeads />}
          row={(row) => <AuditRow key={row.id.toString()} row={row} />}
        />
      </Card>
    </div>
  );
}

function filtersOf(
  { query }: ListState,
  people: AuditTableProps["people"],
  hasManagers: boolean,
  assets: AuditTableProps["assets"],
) {
  const { kind, action, asset } = query.filters;
  const choices = assets.map(({ assetUuid, name }) => ({ value: assetUuid, label: name }));
  // One that AMP does not tell now, or no longer, is filtered by all the same.
  if (asset !== undefined && !assets.some(({ assetUuid }) => assetUuid === asset))
    choices.push({ value: asset, label: asset });
  // Every action at once would be a list of a hundred.
  const ofKind = Object.entries(actions).filter(([name]) => name === action || name.split(".")[0] === kind);
  return [
    { name: "kind", label: filters.kind, options: optionsOf(kinds) },
    ...(ofKind.length > 0
      ? [{ name: "action", label: filters.action, options: optionsOf(Object.fromEntries(ofKind)) }]
      : []),
    { name: "outcome", label: filters.outcome, options: optionsOf(outcomes) },
    ...(choices.length > 0 ? [{ name: "asset", label: filters.asset, options: choices }] : []),
    ...(hasManagers || query.filters.by !== undefined
      ? [{ name: "by", label: filters.by, options: optionsOf(by) }]
      : []),
    { name: "user", label: filters.user },
    { name: "rows", label: filters.rows, options: optionsOf(rows) },
    ...(people.length > 1
      ? [
          {
            name: "person",
            label: filters.person,
            options: people.map((name) => ({ value: name, label: name })),
          },
        ]
      : []),
  ];
}
