"use client";

import { PortionTable } from "@/components/data/portion-table";
import { Amount } from "@/components/ui/amount";
import { Card, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";
import { TableRow, Td, Th } from "@/components/ui/table";
import type { AssetUnit, TransactionInput, TransactionOutput } from "@/lib/domain/transactions";
import { outputsText } from "@/lib/messages/outputs";
import { transactionsText } from "@/lib/messages/transactions";
import { routes } from "@/lib/routes";
import { OutputOwner } from "./output-owner";

const { sides: text } = transactionsText;
/** Tokens are counted in sats, whatever the asset's precision is. */
const TOKEN_PRECISION = 0;

interface InputsProps {
  rows: TransactionInput[];
  asset: AssetUnit;
  assetUuid: string;
}

export function TransactionInputs({ rows, asset, assetUuid }: InputsProps) {
  return (
    <Card>
      <CardHeader title={text.inputs} description={text.inputsText} />
      <PortionTable
        rows={rows}
        caption={text.inputs}
        empty={text.noInputs}
        head={
          <>
            <Th numeric fit>
              {text.place}
            </Th>
            <Th>{text.owner}</Th>
            <Th numeric>{text.amount}</Th>
            <Th>{text.from}</Th>
          </>
        }
        row={(row) => (
          <TableRow key={`${row.vin}:${row.prevTxid}:${row.prevVout}`}>
            <Td label={text.place} numeric fit>
              {row.vin}
            </Td>
            <Td label={text.owner}>
              <OutputOwner owner={row.owner} />
            </Td>
            <AmountCell row={row} asset={asset} />
            <Td label={text.from}>
              <span className="inline-flex flex-wrap items-center gap-x-3 max-sm:justify-end">
                <CopyId value={`${row.prevTxid}:${row.prevVout}`} label={outputsText.output} />
                <Link
                  href={routes.transaction(assetUuid, row.prevTxid)}
                  className="inline-block min-h-6 text-link leading-6 underline-offset-2 hover:underline"
                >
                  {transactionsText.one}
                </Link>
              </span>
            </Td>
          </TableRow>
        )}
      />
    </Card>
  );
}

export function TransactionOutputs({ rows, asset }: { rows: TransactionOutput[]; asset: AssetUnit }) {
  return (
    <Card>
      <CardHeader title={text.outputs} description={text.outputsText} />
      <PortionTable
        rows={rows}
        caption={text.outputs}
        head={
          <>
            <Th numeric fit>
              {text.place}
            </Th>
            <Th>{text.owner}</Th>
            <Th numeric>{text.amount}</Th>
            <Th>{text.state}</Th>
          </>
        }
        row={(row) => (
          <TableRow key={row.vout}>
            <Td label={text.place} numeric fit>
              {row.vout}
            </Td>
            <Td label={text.owner}>{row.isBurnt ? text.states.burnt : <OutputOwner owner={row.owner} />}</Td>
            <AmountCell row={row} asset={asset} />
            <Td label={text.state}>
              <OutputState row={row} />
            </Td>
          </TableRow>
        )}
      />
    </Card>
  );
}

function OutputState({ row }: { row: TransactionOutput }) {
  if (row.isBurnt) return <Status tone="blocked">{text.states.burnt}</Status>;
  return row.isSpent ? (
    <Status tone="neutral">{text.states.spent}</Status>
  ) : (
    <Status tone="ok">{text.states.unspent}</Status>
  );
}

function AmountCell({ row, asset }: { row: { isToken: boolean; amountSats: bigint }; asset: AssetUnit }) {
  return (
    <Td label={text.amount} numeric>
      {row.isToken ? (
        <Amount sats={row.amountSats} precision={TOKEN_PRECISION} ticker={outputsText.token} />
      ) : (
        <Amount sats={row.amountSats} precision={asset.precision} ticker={asset.ticker} />
      )}
    </Td>
  );
}
