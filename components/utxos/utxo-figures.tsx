import { Amount } from "@/components/ui/amount";
import { Figure, Figures } from "@/components/ui/figure";
import type { UtxoSum, UtxosView } from "@/lib/domain/utxos";
import { utxosText } from "@/lib/messages/utxos";

const { figures: text } = utxosText;

interface UtxoFiguresProps {
  view: UtxosView;
  /** Whether a search or a filter leaves a part of them. */
  isPart: boolean;
}

/** What the outputs add up to, and how much of it is blacklisted: part of it all the same. */
export function UtxoFigures({ view, isPart }: UtxoFiguresProps) {
  const { asset, all, blacklisted, matching } = view;
  const figure = (label: string, sum: UtxoSum, note?: string) => (
    <Figure
      label={label}
      value={<Amount sats={sum.amountSats} precision={asset.precision} />}
      unit={asset.ticker}
      note={[text.outputs(sum.count), note].filter(Boolean).join(". ")}
    />
  );
  return (
    <Figures>
      {figure(text.all, all)}
      {isPart && figure(text.matching, matching)}
      {figure(text.blacklisted, blacklisted, blacklisted.count > 0 ? text.blacklistedNote : undefined)}
    </Figures>
  );
}
