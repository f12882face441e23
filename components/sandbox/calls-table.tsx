"use client";

import ScrollText from "lucide-react/icons/scroll-text";
import { useId } from "react";
import { ErrorAlert } from "@/components/data/error-alert";
import { ListTable, optionsOf } from "@/components/data/list-table";
import { NoRows } from "@/components/data/no-rows";
import { useLive } from "@/components/data/use-live";
import { ExportButton } from "@/components/export/export-button";
import { Card } from "@/components/ui/card";
import { FilterBar } from "@/components/ui/filter-bar";
import { Freshness } from "@/components/ui/freshness";
import { Input } from "@/components/ui/input";
import { Th } from "@/components/ui/table";
import type { CallsView } from "@/lib/domain/sandbox";
import { type ListState, listHref } from "@/lib/list-state";
import { sandboxCallsText as text } from "@/lib/messages/sandbox-calls";
import { sandboxFaultsText } from "@/lib/messages/sandbox-faults";
import { CallRow } from "./call-row";

const LOOK_MS = 5_000;
const { columns, empty, filters } = text;
const filterFields = () => [
  { name: "surface", label: filters.surface, options: optionsOf(sandboxFaultsText.surfaces) },
  {
    name: "status",
    label: filters.status,
    // Not `optionsOf`: an object puts the name "0" first.
    options: (["2xx", "3xx", "4xx", "5xx", "0"] as const).map((value) => ({
      value,
      label: text.statuses[value],
    })),
  },
];

/** The first page follows by itself; an older one stays as it is. */
export function CallsTable({ state, initial }: { state: ListState; initial: CallsView }) {
  const { data, refresh, error } = useLive(`/api${listHref(state, state.query)}`, initial, {
    everyMs: state.query.cursor === undefined ? LOOK_MS : false,
  });
  const { page, rpcMethods } = data;
  return (
    <div className="grid gap-5">
      {error && <ErrorAlert error={error} />}
      <Card>
        <h2 className="sr-only">{text.title}</h2>
        <FilterBar state={state} search={text.search} filters={filterFields()}>
          <MethodField value={state.query.filters.method} known={rpcMethods} />
          <Freshness freshness={page.freshness} onRefresh={refresh} />
          <ExportButton list="sandbox-calls" state={state} />
        </FilterBar>
        <ListTable
          state={state}
          page={page}
          caption={text.caption}
          empty={<NoRows state={state} icon={<ScrollText aria-hidden />} texts={empty} />}
          head={
            <>
              <Th>{columns.at}</Th>
              <Th>{columns.call}</Th>
              <Th>{columns.status}</Th>
              <Th numeric>{columns.duration}</Th>
              <Th numeric>{columns.size}</Th>
              <Th>{columns.account}</Th>
              <Th>{columns.fault}</Th>
              <Th>{columns.requestId}</Th>
            </>
          }
          row={(call) => <CallRow key={call.id} call={call} />}
        />
      </Card>
    </div>
  );
}

const HTTP_METHODS = ["GET", "POST", "PUT", "DELETE"];

/** A field of the filter bar's form: any HTTP or RPC method. */
function MethodField({ value, known }: { value: string | undefined; known: string[] }) {
  const listId = useId();
  return (
    <span className="w-44">
      <Input
        name="method"
        aria-label={filters.method}
        placeholder={filters.methodExample}
        list={listId}
        defaultValue={value ?? ""}
        autoComplete="off"
        spellCheck={false}
      />
      <datalist id={listId}>
        {[...HTTP_METHODS, ...known].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </span>
  );
}
