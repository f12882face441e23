import { Figure, Figures } from "@/components/ui/figure";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { AssetSummary } from "@/lib/contracts/amp/summary";
import { supplyOf } from "@/lib/domain/supply";
import { formatAmount } from "@/lib/format/amounts";
import { assetsText } from "@/lib/messages/assets";

/** The top of an asset's statement, in the displayed unit. */
export function AssetFigures({ asset, summary }: { asset: Asset; summary: AssetSummary }) {
  const { figures } = assetsText;
  const show = (sats: bigint) => formatAmount(sats, asset.precision);
  const unit = asset.ticker;
  const supply = supplyOf(summary);
  return (
    <Figures>
      <Figure
        label={figures.supply}
        value={show(supply)}
        unit={unit}
        note={figures.supplyNote(show(summary.issued), show(summary.reissued), show(summary.burned))}
      />
      <Figure label={figures.distributed} value={show(summary.distributed)} unit={unit} />
      <Figure label={figures.assigned} value={show(summary.assigned)} unit={unit} />
      <Figure
        label={figures.holders}
        value={summary.activeGreenSubaccounts}
        note={figures.holdersNote(summary.activeRegisteredUsers)}
      />
      <Figure label={figures.blacklisted} value={show(summary.blacklisted)} unit={unit} />
    </Figures>
  );
}
