import { Amount } from "@/components/ui/amount";
import { Figure, Figures } from "@/components/ui/figure";
import type { UtxoSum, UtxosView } from "@/lib/domain/utxos";
import { utxosText } from "@/lib/messages/utxos";

const { figures: text } = utxosText;

/** What the outputs add up to, and how much of it is blacklisted: part of it all the same. */
export function UtxoFigures({ view: { asset, all, blacklisted } }: { view: UtxosView }) {
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
      {figure(text.blacklisted, blacklisted, blacklisted.count > 0 ? text.blacklistedNote : undefined)}
    </Figures>
  );
}
