import ArrowLeftRight from "lucide-react/icons/arrow-left-right";
import { ListTable } from "@/components/data/list-table";
import { ExportButton } from "@/components/export/export-button";
import { BlockTime } from "@/components/ui/block-time";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { Link } from "@/components/ui/link";
import { SortTh } from "@/components/ui/sort-th";
import { RowTitle, TableRow, Td, Th } from "@/components/ui/table";
import type { ListPage } from "@/lib/contracts/list";
import { isUnsent, REQUIRED_CONFIRMATIONS } from "@/lib/domain/operation";
import type { OperationRow } from "@/lib/domain/treasury";
import { isFiltered, type ListState } from "@/lib/list-state";
import { operationsText } from "@/lib/messages/operations";
import { routes } from "@/lib/routes";
import { OperationAmount } from "./operation-amount";
import { operationFilters, operationSorts } from "./operation-filters";
import { OperationStatus } from "./operation-status";

const { columns, empty } = operationsText;

export function OperationsTable({ state, page }: { state: ListState; page: ListPage<OperationRow> }) {
  return (
    <Card>
      <CardHeader title={operationsText.title} description={operationsText.description} />
      <FilterBar
        state={state}
        search={operationsText.search}
        filters={operationFilters(operationsText.kinds)}
        sorts={operationSorts()}
      >
        <ExportButton list="operations" state={state} />
      </FilterBar>
      <ListTable
        state={state}
        page={page}
        caption={operationsText.caption}
        empty={<NoOperations state={state} />}
        head={
          <>
            <Th>{columns.operation}</Th>
            <Th>{columns.state}</Th>
            <Th numeric>{columns.amount}</Th>
            <SortTh state={state} column="created" first="descending">
              {columns.started}
            </SortTh>
            <Th>{columns.transaction}</Th>
          </>
        }
        row={(operation) => <Row key={operation.id} operation={operation} />}
      />
    </Card>
  );
}

function Row({ operation }: { operation: OperationRow }) {
  return (
    <TableRow>
      <RowTitle>
        <Link href={routes.operation(operation)} className="hover:underline">
          {operationsText.of(operation.kind, operation.assetName)}
        </Link>
        {operation.problem && (
          <p className="max-w-prose font-normal text-muted-foreground text-xs">{operation.problem}</p>
        )}
      </RowTitle>
      <Td label={columns.state}>
        <OperationStatus state={operation.state} />
      </Td>
      <Td label={columns.amount} numeric>
        <div>
          <OperationAmount operation={operation} />
          {operation.recipients !== null && (
            <p className="text-muted-foreground text-xs">{operationsText.recipients(operation.recipients)}</p>
          )}
        </div>
      </Td>
      <Td label={columns.started}>
        <div>
          <BlockTime at={operation.createdAt} />
          <p className="text-muted-foreground text-xs">{operationsText.startedBy(operation.requestedBy)}</p>
        </div>
      </Td>
      <Td label={columns.transaction}>
        <Transaction operation={operation} />
      </Td>
    </TableRow>
  );
}

function Transaction({
  operation: { kind, state, txid, confirmations, booked },
}: {
  operation: OperationRow;
}) {
  if (kind === "blinders")
    return <span className="text-muted-foreground">{operationsText.sendsNothing}</span>;
  if (txid === null || isUnsent(state)) {
    const isUnclear = state === "sending" || state === "unknown";
    return (
      <span className="text-muted-foreground">
        {isUnclear && operationsText.notKnown}
        {!isUnclear && (booked > 0 ? operationsText.booked(booked) : operationsText.notSent)}
      </span>
    );
  }
  return (
    <div>
      <CopyId value={txid} label={operationsText.transactionId} />
      {confirmations !== null && confirmations >= 0 && (
        <p className="text-muted-foreground text-xs">
          {operationsText.confirmations(confirmations, REQUIRED_CONFIRMATIONS)}
        </p>
      )}
    </div>
  );
}

function NoOperations({ state }: { state: ListState }) {
  if (state.query.cursor !== undefined) return <EmptyState title={empty.lastPage} />;
  if (isFiltered(state)) return <EmptyState title={empty.filtered} />;
  return (
    <EmptyState
      icon={<ArrowLeftRight aria-hidden />}
      title={empty.title}
      action={<ButtonLink href={routes.assets}>{empty.action}</ButtonLink>}
    >
      {empty.text}
    </EmptyState>
  );
}
