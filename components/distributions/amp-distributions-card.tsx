"use client";

import { PageCopyFreshness } from "@/components/data/page-copy-freshness";
import { usePortion } from "@/components/data/use-portion";
import { ExportButton } from "@/components/export/export-button";
import { Amount } from "@/components/ui/amount";
import { BlockTime } from "@/components/ui/block-time";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { Link } from "@/components/ui/link";
import { RowTitle, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { ListPage } from "@/lib/contracts/list";
import type { AmpDistributionRow, AmpDistributionView } from "@/lib/domain/amp-distribution";
import type { ListState } from "@/lib/list-state";
import { ampDistributionsText as text } from "@/lib/messages/amp-distributions";
import { routes } from "@/lib/routes";
import { AmpStatus, OwnOperation, TransactionLink } from "./amp-distribution-parts";

const { columns } = text;

interface AmpDistributionsCardProps {
  asset: AmpDistributionView["asset"];
  state: ListState;
  page: ListPage<AmpDistributionRow>;
}

/** What AMP has booked, from wherever it was run, the newest first. */
export function AmpDistributionsCard({ asset, state, page }: AmpDistributionsCardProps) {
  const { shown, more } = usePortion(page.rows);
  const older = (page.total ?? 0) - page.rows.length;
  return (
    <Card>
      <CardHeader
        title={text.title}
        description={text.description}
        actions={
          <>
            <PageCopyFreshness
              freshness={page.freshness}
              of={{ list: "distributions", assetUuid: asset.assetUuid }}
            />
            <ExportButton list="distributions" state={state} />
          </>
        }
      />
      {page.rows.length === 0 ? (
        <CardBody className="text-muted-foreground text-sm">{text.empty}</CardBody>
      ) : (
        <Table caption={text.title}>
          <TableHead>
            <Th>{columns.confirmed}</Th>
            <Th>{columns.distribution}</Th>
            <Th>{columns.status}</Th>
            <Th>{columns.transactions}</Th>
            <Th numeric>{columns.recipients}</Th>
            <Th numeric>{columns.amount}</Th>
            <Th>{columns.run}</Th>
          </TableHead>
          <TableBody>
            {shown.map((row) => (
              <Row key={row.distributionUuid} row={row} asset={asset} />
            ))}
          </TableBody>
        </Table>
      )}
      {more}
      {older > 0 && !more && (
        <p className="border-border border-t px-4 py-2.5 text-muted-foreground text-sm">
          {text.older(older)}
        </p>
      )}
    </Card>
  );
}

function Row({ row, asset }: { row: AmpDistributionRow; asset: AmpDistributionView["asset"] }) {
  const { assetUuid, precision, ticker } = asset;
  return (
    <TableRow>
      <RowTitle>
        <Link
          href={routes.ampDistribution(assetUuid, row.distributionUuid)}
          className="font-medium hover:underline"
        >
          {row.confirmedAt ? <BlockTime at={row.confirmedAt} height={row.blockHeight} /> : text.noTime}
        </Link>
      </RowTitle>
      <Td label={columns.distribution}>
        <CopyId value={row.distributionUuid} label={text.uuid} />
      </Td>
      <Td label={columns.status}>
        <AmpStatus status={row.status} />
      </Td>
      <Td label={columns.transactions}>
        <span className="inline-flex flex-wrap gap-x-3 max-sm:justify-end">
          {row.txids.map((txid) => (
            <TransactionLink key={txid} assetUuid={assetUuid} txid={txid} />
          ))}
        </span>
      </Td>
      <Td label={columns.recipients} numeric>
        {row.recipients}
      </Td>
      <Td label={columns.amount} numeric>
        <Amount sats={row.totalSats} precision={precision} ticker={ticker} />
      </Td>
      <Td label={columns.run}>
        <OwnOperation assetUuid={assetUuid} operationId={row.operationId} />
      </Td>
    </TableRow>
  );
}
