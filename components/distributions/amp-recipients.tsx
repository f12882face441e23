"use client";

import { PortionTable } from "@/components/data/portion-table";
import { ExportButton } from "@/components/export/export-button";
import { Amount } from "@/components/ui/amount";
import { Card, CardHeader } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { RowTitle, TableRow, Td, Th } from "@/components/ui/table";
import type { AmpDistributionView } from "@/lib/domain/amp-distribution";
import type { ListState } from "@/lib/list-state";
import { ampDistributionsText } from "@/lib/messages/amp-distributions";
import { routes } from "@/lib/routes";
import { TransactionLink } from "./amp-distribution-parts";

const { recipients: text } = ampDistributionsText;

interface AmpRecipientsProps extends Pick<AmpDistributionView, "asset" | "recipients"> {
  state: ListState;
}

/** Whom a distribution paid, output by output. */
export function AmpRecipients({ asset, recipients, state }: AmpRecipientsProps) {
  return (
    <Card>
      <CardHeader
        title={text.title}
        description={text.lead(recipients.length)}
        actions={<ExportButton list="recipients" state={state} />}
      />
      <PortionTable
        rows={recipients}
        caption={text.title}
        empty={text.empty}
        head={
          <>
            <Th>{text.user}</Th>
            <Th numeric>{text.amount}</Th>
            <Th>{text.transaction}</Th>
            <Th numeric>{text.vout}</Th>
          </>
        }
        row={(row, place) => (
          // The place is the key: AMP gives no ids, and the rows never move.
          <TableRow key={place}>
            <RowTitle>
              <Link
                href={routes.user(row.registeredUser)}
                className="inline-block min-h-6 leading-6 hover:underline"
              >
                {row.userName ?? text.withoutName(row.registeredUser)}
              </Link>
            </RowTitle>
            <Td label={text.amount} numeric>
              <Amount sats={row.amountSats} precision={asset.precision} ticker={asset.ticker} />
            </Td>
            <Td label={text.transaction}>
              <TransactionLink assetUuid={asset.assetUuid} txid={row.txid} />
            </Td>
            <Td label={text.vout} numeric>
              {row.vout}
            </Td>
          </TableRow>
        )}
      />
    </Card>
  );
}
