import { Amount } from "@/components/ui/amount";
import { BlockTime } from "@/components/ui/block-time";
import { CopyId } from "@/components/ui/copy-id";
import { Link } from "@/components/ui/link";
import { RowTitle, TableRow, Td } from "@/components/ui/table";
import type { AmpDistributionRow, AmpDistributionView } from "@/lib/domain/amp-distribution";
import { ampDistributionsText as text } from "@/lib/messages/amp-distributions";
import { routes } from "@/lib/routes";
import { AmpStatus, OwnOperation, TransactionLink } from "./amp-distribution-parts";

const { columns } = text;

/** A row of a table of distributions. */
export function AmpDistributionTableRow({
  row,
  asset,
}: {
  row: AmpDistributionRow;
  asset: AmpDistributionView["asset"];
}) {
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
