"use client";

import { PortionTable } from "@/components/data/portion-table";
import { Amount } from "@/components/ui/amount";
import { Card, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { RowTitle, TableRow, Td, Th } from "@/components/ui/table";
import { outpointName } from "@/lib/domain/blinders";
import type { BlindersIntent, IntentOutput } from "@/lib/domain/intent";
import { blindersText } from "@/lib/messages/blinders";

const { intent: text } = blindersText;

interface OutputsTableProps {
  asset: Pick<BlindersIntent, "assetId" | "precision" | "ticker">;
  outputs: IntentOutput[];
  title: string;
  lead?: string;
}

/** Outputs by transaction and place, with what they hold; their blinders are shown nowhere. */
export function OutputsTable({ asset, outputs, title, lead }: OutputsTableProps) {
  return (
    <Card>
      <CardHeader title={title} {...(lead === undefined ? {} : { description: lead })} />
      <PortionTable
        rows={outputs}
        caption={title}
        head={
          <>
            <Th>{text.output}</Th>
            <Th>{text.holds}</Th>
            <Th numeric>{text.amount}</Th>
          </>
        }
        row={(output) => <Row key={outpointName(output)} output={output} asset={asset} />}
      />
    </Card>
  );
}

function Row({ output, asset }: { output: IntentOutput; asset: OutputsTableProps["asset"] }) {
  const isAsset = output.assetId === asset.assetId;
  // Reissuance tokens are counted in their smallest unit, whatever the asset's precision is.
  const unit = isAsset
    ? { precision: asset.precision, ticker: asset.ticker }
    : { precision: 0, ticker: null };
  return (
    <TableRow>
      <RowTitle>
        <CopyId value={output.txid} label={text.output} ends={8} />
        <p className="font-normal text-muted-foreground text-xs">{text.outputIndex(output.vout)}</p>
      </RowTitle>
      <Td label={text.holds}>{isAsset ? text.asset : text.token}</Td>
      <Td label={text.amount} numeric>
        <Amount sats={output.amountSats} {...unit} />
      </Td>
    </TableRow>
  );
}
