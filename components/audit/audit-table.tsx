"use client";

import ScrollText from "lucide-react/icons/scroll-text";
import { ErrorAlert } from "@/components/data/error-alert";
import { useLive } from "@/components/data/use-live";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Freshness } from "@/components/ui/freshness";
import { Pagination } from "@/components/ui/pagination";
import { Table, TableBody, TableHead, Th } from "@/components/ui/table";
import type { AuditPage } from "@/lib/domain/audit";
import { type ListState, listHref } from "@/lib/list-state";
import { auditText } from "@/lib/messages/audit";
import { AuditRow } from "./audit-row";

const { columns, empty } = auditText;

export function AuditTable({ state, initial }: { state: ListState; initial: AuditPage }) {
  const { data, refresh, error } = useLive(`/api${listHref(state, state.query)}`, initial);
  return (
    <div className="grid gap-5">
      {error && <ErrorAlert error={error} />}
      <Card>
        <CardHeader
          title={auditText.newest}
          actions={<Freshness freshness={data.freshness} onRefresh={refresh} />}
        />
        {data.rows.length === 0 ? (
          <EmptyState
            icon={<ScrollText aria-hidden />}
            title={state.query.cursor === undefined ? empty.title : empty.lastPage}
          >
            {state.query.cursor === undefined && empty.text}
          </EmptyState>
        ) : (
          <Table caption={auditText.caption}>
            <TableHead>
              <Th>{columns.at}</Th>
              <Th>{columns.action}</Th>
              <Th>{columns.asset}</Th>
              <Th>{columns.person}</Th>
              <Th>{columns.outcome}</Th>
              <Th>{columns.requestId}</Th>
            </TableHead>
            <TableBody>
              {data.rows.map((row) => (
                <AuditRow key={row.id.toString()} row={row} />
              ))}
            </TableBody>
          </Table>
        )}
        <Pagination state={state} shown={data.rows.length} total={data.total} nextCursor={data.nextCursor} />
      </Card>
    </div>
  );
}
