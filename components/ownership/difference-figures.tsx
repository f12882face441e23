import { Figure, Figures } from "@/components/ui/figure";
import { Status } from "@/components/ui/status";
import { CHANGE_KINDS, type DifferenceView, unexplainedSats } from "@/lib/domain/ownership-difference";
import { formatAmount } from "@/lib/format/amounts";
import { differenceText } from "@/lib/messages/ownership-difference";

const { figures: text } = differenceText;

/** What changed in all, by kind, and that nothing is left over. */
export function DifferenceFigures({ view: { asset, figures } }: { view: DifferenceView }) {
  const change = (sats: bigint) => ({
    value: formatAmount(sats, asset.precision, { signed: true }),
    unit: asset.ticker,
  });
  const left = unexplainedSats(figures);
  return (
    <div className="grid gap-2">
      {/* Six: as many as fit would leave one of them alone in a row. */}
      <Figures className="sm:grid-cols-3!">
        <Figure
          label={text.supply}
          {...change(figures.supplyAfterSats - figures.supplyBeforeSats)}
          note={text.supplyNote(
            formatAmount(figures.supplyBeforeSats, asset.precision),
            formatAmount(figures.supplyAfterSats, asset.precision),
          )}
        />
        <Figure label={text.treasury} {...change(figures.treasurySats)} />
        {CHANGE_KINDS.map((kind) => (
          <Figure
            key={kind}
            label={text.changes[kind]}
            {...change(figures.holders[kind].sats)}
            note={text.owners(figures.holders[kind].count)}
          />
        ))}
      </Figures>
      <p className="px-1 text-sm">
        <Status tone={left === 0n ? "ok" : "danger"} wraps>
          {left === 0n
            ? text.addsUp
            : text.leaves(formatAmount(left, asset.precision, { ticker: asset.ticker, signed: true }))}
        </Status>
      </p>
      <p className="px-1 text-muted-foreground text-xs">{text.named}</p>
    </div>
  );
}
