import { Amount } from "@/components/ui/amount";
import { CopyId } from "@/components/ui/copy-id";
import { RowTitle, TableRow, Td } from "@/components/ui/table";
import type { Holder, OwnershipView } from "@/lib/domain/ownership";
import { shownShare } from "@/lib/format/amounts";
import { commonText } from "@/lib/messages/common";
import { ownershipText } from "@/lib/messages/ownership";
import { OwnerName } from "./owner-name";

const { columns } = ownershipText;

interface OwnerRowProps {
  holder: Holder;
  asset: OwnershipView["asset"];
  supplySats: bigint;
}

export function OwnerRow({ holder, asset, supplySats }: OwnerRowProps) {
  return (
    <TableRow>
      <RowTitle>
        <OwnerName holder={holder} />
      </RowTitle>
      <Td label={columns.gaid}>
        <Gaids holder={holder} asset={asset} />
      </Td>
      <Td label={columns.amount} numeric>
        <Amount sats={holder.amountSats} precision={asset.precision} ticker={asset.ticker} />
      </Td>
      <Td label={columns.share} numeric>
        {ownershipText.percent(shownShare(holder.amountSats, supplySats))}
      </Td>
    </TableRow>
  );
}

/** One GAID, or each with what lies in it. */
function Gaids({ holder: { gaids }, asset }: Pick<OwnerRowProps, "holder" | "asset">) {
  if (gaids.length === 0) return commonText.none;
  return (
    <ul className="grid gap-0.5">
      {gaids.map(({ gaid, amountSats }) => (
        <li key={gaid} className="flex flex-wrap items-center gap-x-3">
          <CopyId value={gaid} label={columns.gaid} />
          {gaids.length > 1 && (
            <Amount sats={amountSats} precision={asset.precision} className="text-muted-foreground text-xs" />
          )}
        </li>
      ))}
    </ul>
  );
}
