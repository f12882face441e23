"use client";

import ClipboardCheck from "lucide-react/icons/clipboard-check";
import { ListTable, optionsOf } from "@/components/data/list-table";
import { useLive } from "@/components/data/use-live";
import { ExportButton } from "@/components/export/export-button";
import { BlockTime } from "@/components/ui/block-time";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { Freshness } from "@/components/ui/freshness";
import { Link } from "@/components/ui/link";
import { SortTh } from "@/components/ui/sort-th";
import { RowTitle, TableRow, Td, Th } from "@/components/ui/table";
import type { ListPage } from "@/lib/contracts/list";
import type { RequestRow } from "@/lib/domain/requests";
import { isFiltered, type ListState, listHref } from "@/lib/list-state";
import { requestsText } from "@/lib/messages/requests";
import { routes } from "@/lib/routes";
import { KycStatus } from "./kyc-status";
import { RequestStatus } from "./request-status";

const { columns, filters } = requestsText;
const sortOptions = () => optionsOf(requestsText.sorts);
const stateField = () => ({ name: "state", label: filters.state, options: optionsOf(requestsText.states) });
const kycField = () => ({ name: "kyc", label: filters.kyc, options: optionsOf(requestsText.kycFilters) });
/** New requests arrive while somebody looks. */
const EVERY_MS = 20_000;

interface RequestsTableProps {
  state: ListState;
  initial: ListPage<RequestRow>;
  /** A manager may see the inboxes of several issuers. */
  showsIssuer: boolean;
  canSetUp: boolean;
}

export function RequestsTable({ state, initial, showsIssuer, canSetUp }: RequestsTableProps) {
  const { data, refresh, error } = useLive(`/api${listHref(state, state.query)}`, initial, {
    everyMs: EVERY_MS,
  });
  return (
    <Card>
      <FilterBar
        state={state}
        search={requestsText.search}
        filters={[stateField(), kycField()]}
        sorts={sortOptions()}
      >
        <Freshness freshness={data.freshness} onRefresh={refresh} />
        <ExportButton list="requests" state={state} />
      </FilterBar>
      <ListTable
        state={state}
        page={data}
        error={error}
        caption={requestsText.caption}
        empty={<NoRequests isSearch={isFiltered(state)} canSetUp={canSetUp} />}
        head={
          <>
            <Th>{columns.request}</Th>
            {showsIssuer && <Th>{columns.issuer}</Th>}
            <Th>{columns.wallet}</Th>
            <Th>{columns.gaid}</Th>
            <Th>{columns.kyc}</Th>
            <Th>{columns.state}</Th>
            <SortTh state={state} column="created">
              {columns.created}
            </SortTh>
          </>
        }
        row={(request) => <Row key={request.id} request={request} showsIssuer={showsIssuer} />}
      />
    </Card>
  );
}

function Row({ request, showsIssuer }: { request: RequestRow; showsIssuer: boolean }) {
  return (
    <TableRow>
      <RowTitle>
        <Link href={routes.request(request.id)} className="font-medium hover:underline">
          {requestsText.shortId(request.id)}
        </Link>
      </RowTitle>
      {showsIssuer && <Td label={columns.issuer}>{request.issuerName}</Td>}
      <Td label={columns.wallet}>
        <CopyId value={request.address} label={requestsText.wallet} />
      </Td>
      <Td label={columns.gaid}>
        <CopyId value={request.gaid} label={requestsText.gaid} />
      </Td>
      <Td label={columns.kyc}>
        <KycStatus {...request} />
      </Td>
      <Td label={columns.state}>
        <RequestStatus state={request.state} />
      </Td>
      <Td label={columns.created}>
        <BlockTime at={request.createdAt} />
      </Td>
    </TableRow>
  );
}

function NoRequests({ isSearch, canSetUp }: { isSearch: boolean; canSetUp: boolean }) {
  const icon = <ClipboardCheck aria-hidden />;
  if (isSearch) return <EmptyState icon={icon} title={requestsText.empty.filtered} />;
  return (
    <EmptyState
      icon={icon}
      title={requestsText.empty.title}
      action={canSetUp && <ButtonLink href={routes.settings}>{requestsText.empty.toSettings}</ButtonLink>}
    >
      {requestsText.empty.text}
    </EmptyState>
  );
}
