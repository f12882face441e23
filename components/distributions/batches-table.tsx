import { ExportButton } from "@/components/export/export-button";
import { OperationStatus } from "@/components/operations/operation-status";
import { Amount } from "@/components/ui/amount";
import type { Tone } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { Status } from "@/components/ui/status";
import { RowTitle, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import { type BatchRow, type BatchState, batchRows, tallyOf } from "@/lib/domain/batches";
import { type OperationView, REQUIRED_CONFIRMATIONS } from "@/lib/domain/operation";
import { formatAmount } from "@/lib/format/amounts";
import { formatBlockHeight } from "@/lib/format/times";
import { distributionRunText } from "@/lib/messages/distribution-run";
import { fileOfIntent } from "./intent-paths";

const { batches: text } = distributionRunText;

const TONES: Record<BatchState, Tone> = {
  confirmed: "ok",
  current: "waiting",
  waiting: "neutral",
  "not-sent": "blocked",
  unclear: "danger",
};

/** The transactions of a distribution: which are booked, which is on its way, which were never sent. */
export function BatchesTable({ operation }: { operation: OperationView<"distribution"> }) {
  const { precision, ticker, batches } = operation.intent;
  const { sentBatches, sentRecipients, sentSats, leftRecipients, leftSats } = tallyOf(operation, batches);
  const amountOf = (sats: bigint) => formatAmount(sats, precision, { ticker: ticker ?? undefined });
  return (
    <Card>
      <CardHeader
        title={text.title}
        description={
          <>
            {text.sent(sentBatches, sentRecipients, amountOf(sentSats))}{" "}
            {leftRecipients > 0 && text.left(leftRecipients, amountOf(leftSats))}
          </>
        }
        actions={
          <ExportButton
            list="distribution-transactions"
            state={fileOfIntent(operation.assetUuid, operation.id)}
          />
        }
      />
      <Table caption={text.title}>
        <TableHead>
          <Th>{text.batch}</Th>
          <Th>{text.state}</Th>
          <Th>{text.txid}</Th>
          <Th numeric>{text.recipients}</Th>
          <Th numeric>{text.amount}</Th>
        </TableHead>
        <TableBody>
          {batchRows(operation, batches).map((row) => (
            <TableRow key={row.index}>
              <RowTitle>
                <span className="whitespace-nowrap">{text.number(row.index + 1)}</span>
              </RowTitle>
              <Td label={text.state}>
                <StateOf row={row} />
              </Td>
              <Td label={text.txid}>
                {row.txid ? <CopyId value={row.txid} label={text.txid} ends={8} /> : text.none}
              </Td>
              <Td label={text.recipients} numeric>
                {row.recipients}
              </Td>
              <Td label={text.amount} numeric>
                <Amount sats={row.totalSats} precision={precision} ticker={ticker} />
              </Td>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

function StateOf({ row }: { row: BatchRow }) {
  return (
    <div>
      {row.at ? (
        <OperationStatus state={row.at} />
      ) : (
        <Status tone={TONES[row.state]}>{text.states[row.state]}</Status>
      )}
      <p className="text-muted-foreground text-xs">{depthOf(row)}</p>
    </div>
  );
}

function depthOf({ state, confirmations, blockHeight }: BatchRow): string | null {
  if (state === "current" && confirmations !== null) {
    return text.confirmations(Math.min(confirmations, REQUIRED_CONFIRMATIONS), REQUIRED_CONFIRMATIONS);
  }
  return blockHeight === null ? null : text.height(formatBlockHeight(blockHeight));
}
