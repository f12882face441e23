"use client";

import { PageCopyFreshness } from "@/components/data/page-copy-freshness";
import { ExportButton } from "@/components/export/export-button";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Table, TableBody, TableHead, Th } from "@/components/ui/table";
import type { ListPage } from "@/lib/contracts/list";
import type { AmpDistributionRow, AmpDistributionView } from "@/lib/domain/amp-distribution";
import type { ListState } from "@/lib/list-state";
import { ampDistributionsText as text } from "@/lib/messages/amp-distributions";
import { routes } from "@/lib/routes";
import { AmpDistributionTableRow } from "./amp-distribution-row";

const { columns } = text;

interface AmpDistributionsCardProps {
  asset: AmpDistributionView["asset"];
  state: ListState;
  page: ListPage<AmpDistributionRow>;
}

/** The newest of what AMP has booked, from wherever it was run, and the way to all of it. */
export function AmpDistributionsCard({ asset, state, page }: AmpDistributionsCardProps) {
  const total = page.total ?? page.rows.length;
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
            {page.rows.map((row) => (
              <AmpDistributionTableRow key={row.distributionUuid} row={row} asset={asset} />
            ))}
          </TableBody>
        </Table>
      )}
      {total > page.rows.length && (
        <div className="border-border border-t px-4 py-3 text-center">
          <ButtonLink size="sm" href={routes.ampDistributions(asset.assetUuid)}>
            {text.every(total)}
          </ButtonLink>
        </div>
      )}
    </Card>
  );
}
