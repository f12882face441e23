"use client";

import Link from "next/link";
import { ErrorAlert } from "@/components/data/error-alert";
import { ListTable } from "@/components/data/list-table";
import { useLive } from "@/components/data/use-live";
import { OperationStatus } from "@/components/operations/operation-status";
import { Amount } from "@/components/ui/amount";
import { BlockTime } from "@/components/ui/block-time";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Freshness } from "@/components/ui/freshness";
import { RowTitle, TableRow, Td, Th } from "@/components/ui/table";
import type { ListPage } from "@/lib/contracts/list";
import { isFinal } from "@/lib/domain/operation";
import type { OperationRow } from "@/lib/domain/treasury";
import { type ListState, listHref } from "@/lib/list-state";
import { operationsText } from "@/lib/messages/operations";
import { supplyText } from "@/lib/messages/supply";
import { routes } from "@/lib/routes";

const LOOK_MS = 5_000;
const { history: text } = supplyText;

interface SupplyHistoryProps {
  state: ListState;
  initial: ListPage<OperationRow>;
}

/** Every reissuance and burn of the asset that this desk ran, open ones first; looks again while one is under way. */
export function SupplyHistory({ state, initial }: SupplyHistoryProps) {
  const { data, refresh, error } = useLive(`/api${listHref(state, state.query)}`, initial, {
    everyMs: ({ rows }) => (rows.some((row) => !isFinal(row.state)) ? LOOK_MS : false),
  });
  if (data.rows.length === 0 && state.query.cursor === undefined) return null;
  return (
    <div className="grid gap-5">
      {error && <ErrorAlert error={error} />}
      <Card>
        <CardHeader
          title={text.title}
          actions={<Freshness freshness={data.freshness} onRefresh={refresh} />}
        />
        <ListTable
          state={state}
          page={data}
          caption={text.title}
          empty={<EmptyState title={text.lastPage} />}
          head={
            <>
              <Th>{text.when}</Th>
              <Th>{text.kind}</Th>
              <Th>{text.state}</Th>
              <Th numeric>{text.amount}</Th>
              <Th>{text.by}</Th>
            </>
          }
          row={(operation) => <Row key={operation.id} operation={operation} />}
        />
      </Card>
    </div>
  );
}

function Row({ operation }: { operation: OperationRow }) {
  return (
    <TableRow>
      <RowTitle>
        <Link href={routes.operation(operation)} className="font-medium hover:underline">
          <BlockTime at={operation.createdAt} />
        </Link>
      </RowTitle>
      <Td label={text.kind}>{operationsText.kinds[operation.kind]}</Td>
      <Td label={text.state}>
        <OperationStatus state={operation.state} />
      </Td>
      <Td label={text.amount} numeric>
        <Amount sats={operation.totalSats} precision={operation.precision} ticker={operation.ticker} />
      </Td>
      <Td label={text.by}>{operation.requestedBy}</Td>
    </TableRow>
  );
}
