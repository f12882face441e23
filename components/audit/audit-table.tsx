"use client";

import ScrollText from "lucide-react/icons/scroll-text";
import { ErrorAlert } from "@/components/data/error-alert";
import { ListTable, optionsOf } from "@/components/data/list-table";
import { NoRows } from "@/components/data/no-rows";
import { useLive } from "@/components/data/use-live";
import { Card } from "@/components/ui/card";
import { FilterBar } from "@/components/ui/filter-bar";
import { Freshness } from "@/components/ui/freshness";
import { Th } from "@/components/ui/table";
import type { AuditPage } from "@/lib/domain/audit";
import { type ListState, listHref } from "@/lib/list-state";
import { auditText } from "@/lib/messages/audit";
import { AuditRow } from "./audit-row";

const { columns, empty, filters, outcomes, kinds } = auditText;
const FILTERS = [
  { name: "kind", label: filters.kind, options: optionsOf(kinds) },
  { name: "outcome", label: filters.outcome, options: optionsOf(outcomes) },
];

export function AuditTable({ state, initial }: { state: ListState; initial: AuditPage }) {
  const { data, refresh, error } = useLive(`/api${listHref(state, state.query)}`, initial);
  return (
    <div className="grid gap-5">
      {error && <ErrorAlert error={error} />}
      <Card>
        <FilterBar state={state} filters={FILTERS}>
          <Freshness freshness={data.freshness} onRefresh={refresh} />
        </FilterBar>
        <ListTable
          state={state}
          page={data}
          caption={auditText.caption}
          empty={<NoRows state={state} icon={<ScrollText aria-hidden />} texts={empty} />}
          head={
            <>
              <Th>{columns.at}</Th>
              <Th>{columns.action}</Th>
              <Th>{columns.asset}</Th>
              <Th>{columns.person}</Th>
              <Th>{columns.outcome}</Th>
              <Th>{columns.requestId}</Th>
            </>
          }
          row={(row) => <AuditRow key={row.id.toString()} row={row} />}
        />
      </Card>
    </div>
  );
}
