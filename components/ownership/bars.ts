import type { HolderKind, OwnershipView } from "@/lib/domain/ownership";
import { formatAmount, shownShare } from "@/lib/format/amounts";
import { ownershipText } from "@/lib/messages/ownership";

/** Height of a bar with the room around it. */
export const BAR_PX = 28;

export interface Bar {
  id: string;
  name: string;
  /** Length in millionths of the longest bar: only for drawing, the figures come from the sats. */
  length: number;
  amount: string;
  share: string;
  fill: string;
}

const COLOURS: Record<HolderKind | "rest", string> = {
  treasury: "var(--chart-2)",
  user: "var(--chart-1)",
  account: "var(--chart-3)",
  rest: "var(--chart-6)",
};

/** The bars of the chart, in the order in which they stand. Without the treasury the holders use the whole width. */
export function toBars({ asset, by, figures, largest }: OwnershipView, withTreasury: boolean): Bar[] {
  const { rest } = largest;
  const nameOf = by === "gaid" ? ownershipText.wallet : ownershipText.holder;
  const parts = [
    ...largest.shown
      .filter((holder) => withTreasury || holder.kind !== "treasury")
      .map((holder) => ({ ...holder, label: nameOf(holder), colour: COLOURS[holder.kind] })),
    ...(rest.count > 0
      ? [
          {
            id: "rest",
            label: ownershipText.chart.rest(rest.count, by),
            colour: COLOURS.rest,
            amountSats: rest.amountSats,
          },
        ]
      : []),
  ];
  const [longest = 1n] = parts.map(({ amountSats }) => amountSats).sort((a, b) => (a < b ? 1 : -1));
  return parts.map(({ id, label, colour, amountSats }) => ({
    id,
    name: label,
    length: Number((amountSats * 1_000_000n) / longest),
    amount: formatAmount(amountSats, asset.precision, { ticker: asset.ticker }),
    share: shownShare(amountSats, figures.supplySats),
    fill: colour,
  }));
}
