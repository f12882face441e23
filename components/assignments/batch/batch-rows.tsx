"use client";

import { PortionTable } from "@/components/data/portion-table";
import { Amount } from "@/components/ui/amount";
import { BlockTime } from "@/components/ui/block-time";
import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";
import { RowTitle, TableRow, Td, Th } from "@/components/ui/table";
import type { Asset } from "@/lib/contracts/amp/assets";
import { type Batch, type BatchRow, isMissing } from "@/lib/domain/assignment-batch";
import { formatAmount } from "@/lib/format/amounts";
import { assignmentBatchesText } from "@/lib/messages/assignment-batches";
import { commonText } from "@/lib/messages/common";
import { routes } from "@/lib/routes";

const { page: text, states } = assignmentBatchesText;
const { columns } = text;

const TONES = {
  waiting: "neutral",
  deleting: "waiting",
  deleted: "waiting",
  sending: "waiting",
  created: "ok",
  refused: "blocked",
  dropped: "neutral",
} as const;

/** What became of each row; those that need a look stand first. */
export function BatchRows({ asset, batch }: { asset: Asset; batch: Batch }) {
  const rows = [...batch.rows].sort((a, b) => rank(a) - rank(b) || a.position - b.position);
  return (
    <PortionTable
      rows={rows}
      caption={text.caption}
      className="border-border border-t"
      head={
        <>
          <Th numeric>{columns.position}</Th>
          <Th>{columns.user}</Th>
          <Th numeric>{columns.amount}</Th>
          <Th>{columns.vests}</Th>
          <Th>{columns.ready}</Th>
          <Th>{columns.state}</Th>
          <Th numeric>{columns.assignment}</Th>
        </>
      }
      row={(row) => <Row key={row.position} row={row} asset={asset} />}
    />
  );
}

const rank = (row: BatchRow) => (row.state === "refused" || isMissing(row) ? 0 : 1);

function Row({ row, asset }: { row: BatchRow; asset: Asset }) {
  const { wanted, original } = row;
  const { precision, ticker } = asset;
  const isOtherAmount = original !== null && original.amountSats !== wanted.amountSats;
  return (
    <TableRow>
      <Td label={columns.position} numeric className="text-muted-foreground">
        {row.position}
      </Td>
      <RowTitle>
        <Link href={routes.user(wanted.registeredUser)} className="font-medium hover:underline">
          {wanted.userName}
        </Link>
      </RowTitle>
      <Td label={columns.amount} numeric>
        <div>
          <Amount sats={wanted.amountSats} precision={precision} ticker={ticker} />
          {isOtherAmount && (
            <span className="block text-muted-foreground text-xs">
              {text.was(formatAmount(original.amountSats, precision))}
            </span>
          )}
        </div>
      </Td>
      <Td label={columns.vests}>{wanted.vestsAt ? <BlockTime at={wanted.vestsAt} /> : text.atOnce}</Td>
      <Td label={columns.ready}>{wanted.isReady ? commonText.yes : commonText.no}</Td>
      <Td label={columns.state}>
        <div>
          <Status tone={isMissing(row) ? "danger" : TONES[row.state]}>{states[row.state]}</Status>
          {row.isRestoring && <span className="block text-muted-foreground text-xs">{text.restored}</span>}
          {row.problem && <span className="block text-danger text-xs">{row.problem}</span>}
        </div>
      </Td>
      <Td label={columns.assignment} numeric>
        {row.assignmentId ?? commonText.none}
      </Td>
    </TableRow>
  );
}
