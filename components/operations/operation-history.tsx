"use client";

import { ErrorAlert } from "@/components/data/error-alert";
import { ListTable } from "@/components/data/list-table";
import { useLive } from "@/components/data/use-live";
import { ExportButton } from "@/components/export/export-button";
import { BlockTime } from "@/components/ui/block-time";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { Freshness } from "@/components/ui/freshness";
import { Link } from "@/components/ui/link";
import { SortTh } from "@/components/ui/sort-th";
import { RowTitle, TableRow, Td, Th } from "@/components/ui/table";
import type { ListPage } from "@/lib/contracts/list";
import { isFinal } from "@/lib/domain/operation";
import type { OperationRow } from "@/lib/domain/treasury";
import { isFiltered, type ListState, listHref } from "@/lib/list-state";
import { operationsText } from "@/lib/messages/operations";
import { routes } from "@/lib/routes";
import { OperationAmount } from "./operation-amount";
import { operationFilters, operationSorts } from "./operation-filters";
import { OperationStatus } from "./operation-status";

const LOOK_MS = 5_000;
const { columns, empty, history: text } = operationsText;

const supplyKinds = () => {
  const { reissuance, burn, blinders } = operationsText.kinds;
  return { reissuance, burn, blinders };
};

interface OperationHistoryProps {
  title: string;
  /** What tells the operations apart: their kinds, or how many each one pays. */
  shows: "kind" | "recipients";
  state: ListState;
  initial: ListPage<OperationRow>;
}

/** Operations of one asset that this desk ran, open ones first; looks again while one is under way. */
export function OperationHistory({ title, shows, state, initial }: OperationHistoryProps) {
  const { data, refresh, error } = useLive(`/api${listHref(state, state.query)}`, initial, {
    everyMs: ({ rows }) => (rows.some((row) => !isFinal(row.state)) ? LOOK_MS : false),
  });
  const isNarrowed = isFiltered(state);
  if (data.rows.length === 0 && state.query.cursor === undefined && !isNarrowed) return null;
  return (
    <div className="grid gap-5">
      {error && <ErrorAlert error={error} />}
      <Card>
        <CardHeader title={title} actions={<Freshness freshness={data.freshness} onRefresh={refresh} />} />
        <FilterBar
          state={state}
          search={text.search}
          filters={operationFilters(shows === "kind" ? supplyKinds() : undefined)}
          sorts={operationSorts()}
        >
          <ExportButton
            list={shows === "kind" ? "supply-operations" : "distribution-operations"}
            state={state}
          />
        </FilterBar>
        <ListTable
          state={state}
          page={data}
          caption={title}
          empty={<EmptyState title={isNarrowed ? empty.filtered : empty.lastPage} />}
          head={
            <>
              <SortTh state={state} column="created" first="descending">
                {text.approved}
              </SortTh>
              {shows === "kind" && <Th>{text.kind}</Th>}
              <Th>{columns.state}</Th>
              {shows === "recipients" && <Th numeric>{text.recipients}</Th>}
              <Th numeric>{columns.amount}</Th>
              <Th>{text.by}</Th>
            </>
          }
          row={(operation) => <Row key={operation.id} operation={operation} shows={shows} />}
        />
      </Card>
    </div>
  );
}

function Row({ operation, shows }: { operation: OperationRow } & Pick<OperationHistoryProps, "shows">) {
  return (
    <TableRow>
      <RowTitle>
        <Link href={routes.operation(operation)} className="font-medium hover:underline">
          <BlockTime at={operation.createdAt} />
        </Link>
      </RowTitle>
      {shows === "kind" && <Td label={text.kind}>{operationsText.kinds[operation.kind]}</Td>}
      <Td label={columns.state}>
        <OperationStatus state={operation.state} />
      </Td>
      {shows === "recipients" && (
        <Td label={text.recipients} numeric>
          {operation.recipients}
        </Td>
      )}
      <Td label={columns.amount} numeric>
        <OperationAmount operation={operation} />
      </Td>
      <Td label={text.by}>{operation.requestedBy}</Td>
    </TableRow>
  );
}
