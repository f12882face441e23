import { Amount } from "@/components/ui/amount";
import { CopyId } from "@/components/ui/copy-id";
import { RowTitle, TableRow, Td } from "@/components/ui/table";
import type { Holder, ListedHolder, OwnershipView } from "@/lib/domain/ownership";
import { shownShare } from "@/lib/format/amounts";
import { commonText } from "@/lib/messages/common";
import { ownershipText } from "@/lib/messages/ownership";
import { OwnerName } from "./owner-name";

const { columns } = ownershipText;

interface OwnerRowProps {
  holder: ListedHolder;
  /** Whether the list has a column of blacklisted amounts. */
  hasBlacklisted: boolean;
  asset: OwnershipView["asset"];
  supplySats: bigint;
}

export function OwnerRow({ holder, hasBlacklisted, asset, supplySats }: OwnerRowProps) {
  return (
    <TableRow>
      <RowTitle>
        <OwnerName holder={holder} gaids={holder.gaids.map(({ gaid }) => gaid)} />
      </RowTitle>
      <Td label={columns.gaid}>
        <Gaids holder={holder} asset={asset} />
      </Td>
      <Td label={columns.amount} numeric>
        <Amount sats={holder.amountSats} precision={asset.precision} ticker={asset.ticker} />
      </Td>
      {hasBlacklisted && <Blacklisted sats={holder.blacklistedSats} asset={asset} />}
      <Td label={columns.share} numeric>
        {ownershipText.percent(shownShare(holder.amountSats, supplySats))}
      </Td>
    </TableRow>
  );
}

/** A cell: what is not known is not nothing. */
export const Blacklisted = ({ sats, asset }: { sats: bigint | null; asset: OwnershipView["asset"] }) => (
  <Td label={columns.blacklisted} numeric>
    {sats === null ? (
      ownershipText.notKnown
    ) : (
      <Amount sats={sats} precision={asset.precision} ticker={asset.ticker} />
    )}
  </Td>
);

/** One GAID, or each with what lies in it. */
function Gaids({ holder: { gaids }, asset }: { holder: Holder; asset: OwnershipView["asset"] }) {
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
