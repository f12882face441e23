"use client";

import type { ReactNode } from "react";
import { Amount, Sats } from "@/components/ui/amount";
import { Figure, Figures } from "@/components/ui/figure";
import { Status } from "@/components/ui/status";
import type { Asset } from "@/lib/contracts/amp/assets";
import { type GridTotals, MAX_GRID_ROWS } from "@/lib/domain/assignment-grid";
import { assignmentGridText } from "@/lib/messages/assignment-grid";

const { totals: text } = assignmentGridText;

interface TotalsCardProps {
  asset: Pick<Asset, "precision" | "ticker">;
  totals: GridTotals;
  freeSats: bigint;
}

/** The whole grid against AMP's unassigned balance, to the sat. */
export function TotalsCard({ asset, totals, freeSats }: TotalsCardProps) {
  const { precision, ticker } = asset;
  const isShort = totals.leftSats < 0n;
  const figure = (sats: bigint) => ({
    value: <Amount sats={sats} precision={precision} />,
    unit: ticker,
    note: <Sats sats={sats} />,
  });
  return (
    <section aria-label={text.label} className="grid gap-2">
      <Figures>
        <Figure label={text.rows} value={totals.rows} note={<Standing totals={totals} />} />
        <Figure label={text.sum} {...figure(totals.totalSats)} />
        <Figure label={text.free} {...figure(freeSats)} />
        <Figure
          label={isShort ? text.short : text.left}
          {...figure(isShort ? -totals.leftSats : totals.leftSats)}
          className={isShort ? "text-danger" : ""}
        />
      </Figures>
      <div aria-live="polite" className="text-danger text-sm empty:hidden">
        {isShort && <p>{text.tooMuch}</p>}
        {totals.rows > MAX_GRID_ROWS && <p>{text.tooMany}</p>}
      </div>
    </section>
  );
}

function Standing({ totals }: { totals: GridTotals }): ReactNode {
  if (totals.rows === 0) return text.none;
  if (totals.blocked > 0)
    return (
      <Status tone="blocked" wraps>
        {text.blocked(totals.blocked)}
      </Status>
    );
  if (totals.unchecked > 0)
    return (
      <Status tone="waiting" wraps>
        {text.unchecked(totals.unchecked)}
      </Status>
    );
  return (
    <Status tone="ok" wraps>
      {text.fine}
    </Status>
  );
}
