import { Figure, Figures } from "@/components/ui/figure";
import type { OwnershipView } from "@/lib/domain/ownership";
import { formatAmount, formatShare } from "@/lib/format/amounts";
import { ownershipText } from "@/lib/messages/ownership";

const { figures: text } = ownershipText;

export function OwnershipFigureRow({ view: { asset, figures } }: { view: OwnershipView }) {
  const { supplySats, treasurySats, ownedSats, holderCount } = figures;
  const circulatingSats = ownedSats - treasurySats;
  const amount = (sats: bigint) => ({ value: formatAmount(sats, asset.precision), unit: asset.ticker });
  const share = (sats: bigint) => text.shareOf(formatShare(sats, supplySats));
  return (
    <Figures>
      <Figure label={text.supply} {...amount(supplySats)} />
      <Figure label={text.treasury} {...amount(treasurySats)} note={share(treasurySats)} />
      <Figure label={text.circulating} {...amount(circulatingSats)} note={share(circulatingSats)} />
      <Figure label={text.holders} value={holderCount} note={text.holdersNote} />
    </Figures>
  );
}
