import { KindBadge } from "@/components/transactions/kind-badge";
import { OutputOwner } from "@/components/transactions/output-owner";
import { Amount } from "@/components/ui/amount";
import { BlockTime } from "@/components/ui/block-time";
import { CopyId } from "@/components/ui/copy-id";
import { Link } from "@/components/ui/link";
import { TableRow, Td } from "@/components/ui/table";
import type { ActivityRow as Row } from "@/lib/domain/activities";
import type { AssetUnit } from "@/lib/domain/transactions";
import { activityText } from "@/lib/messages/activity";
import { outputsText } from "@/lib/messages/outputs";
import { routes } from "@/lib/routes";

const { columns } = activityText;

interface ActivityRowProps {
  row: Row;
  asset: AssetUnit;
  /** For whom transactions are: the asset they are listed under. */
  assetUuid: string | null;
}

export function ActivityRow({ row, asset, assetUuid }: ActivityRowProps) {
  const isInBlock = row.blockheight > 0;
  return (
    <TableRow>
      <Td label={columns.when}>
        <BlockTime at={isInBlock ? row.datetime : null} height={row.blockheight} />
      </Td>
      <Td label={columns.type}>
        <KindBadge kind={row.type} />
        {row.description && (
          // AMP's words, whatever the page speaks.
          <p lang="en" className="mt-0.5 max-w-56 break-words text-muted-foreground text-xs">
            {row.description}
          </p>
        )}
      </Td>
      <Td label={columns.party}>
        <OutputOwner owner={row.owner} />
      </Td>
      <Td label={columns.amount} numeric>
        <Amount sats={row.amountSats} precision={asset.precision} ticker={asset.ticker} signed />
      </Td>
      <Td label={columns.output}>
        <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-0.5 max-sm:justify-end">
          <CopyId value={`${row.txid}:${row.vout}`} label={outputsText.output} />
          {assetUuid !== null && (
            <Link
              href={routes.transaction(assetUuid, row.txid)}
              className="inline-block min-h-6 text-link leading-6 underline-offset-2 hover:underline"
            >
              {activityText.toTransaction}
            </Link>
          )}
        </span>
      </Td>
    </TableRow>
  );
}
