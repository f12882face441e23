"use client";

import ScrollText from "lucide-react/icons/scroll-text";
import { ErrorAlert } from "@/components/data/error-alert";
import { ListTable, optionsOf } from "@/components/data/list-table";
import { NoRows } from "@/components/data/no-rows";
import { useLive } from "@/components/data/use-live";
import { ExportButton } from "@/components/export/export-button";
import { Card } from "@/components/ui/card";
import { FilterBar } from "@/components/ui/filter-bar";
import { Freshness } from "@/components/ui/freshness";
import { type AmpCallPage, CALL_METHODS, CALL_STATUSES } from "@/lib/domain/amp-call";
import { type ListState, listHref } from "@/lib/list-state";
import { callsText as text } from "@/lib/messages/calls";
import { CallHeads } from "./call-heads";
import { CallRow } from "./call-row";
import { DayRange } from "./day-range";

interface CallsTableProps {
  state: ListState;
  initial: AmpCallPage;
  /** Names of AMP's endpoints. */
  endpoints: readonly string[];
  /** Who has signed in to the workspace. */
  people: readonly string[];
}

export function CallsTable({ state, initial, endpoints, people }: CallsTableProps) {
  const { data, refresh, error } = useLive(`/api${listHref(state, state.query)}`, initial);
  const filters = [
    { name: "changes", label: text.filters.changes, options: optionsOf(text.changes) },
    ...(people.length > 1 ? [{ name: "person", label: text.filters.person, options: people.map(same) }] : []),
    { name: "method", label: text.filters.method, options: CALL_METHODS.map(same) },
    {
      name: "status",
      label: text.filters.status,
      options: CALL_STATUSES.map((value) => ({ value, label: text.statuses[value] })),
    },
    { name: "endpoint", label: text.filters.endpoint, options: endpoints.map(same) },
  ];
  return (
    <div className="grid gap-5">
      {error && <ErrorAlert error={error} />}
      <Card>
        <FilterBar state={state} search={text.search} filters={filters}>
          <DayRange state={state} />
          <Freshness freshness={data.freshness} onRefresh={refresh} />
          <ExportButton list="calls" state={state} />
        </FilterBar>
        <ListTable
          state={state}
          page={data}
          caption={text.caption}
          empty={<NoRows state={state} icon={<ScrollText aria-hidden />} texts={text.empty} />}
          head={<CallHeads />}
          row={(call) => <CallRow key={call.id.toString()} call={call} />}
        />
      </Card>
    </div>
  );
}

const same = (value: string) => ({ value, label: value });
