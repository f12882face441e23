"use client";

import CalendarClock from "lucide-react/icons/calendar-clock";
import type { ReactNode } from "react";
import { Amount } from "@/components/ui/amount";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Figure, Figures } from "@/components/ui/figure";
import type { Asset } from "@/lib/contracts/amp/assets";
import { type VestingFigures, type VestingPage, vestingMonths } from "@/lib/domain/vesting";
import { formatZoned } from "@/lib/format/times";
import { vestingText as text } from "@/lib/messages/vesting";
import { useZone } from "../use-zone";
import { VestingMonthTable } from "./vesting-month";

interface VestingCalendarProps {
  asset: Asset;
  /** Of all moments. */
  figures: VestingFigures;
  page: VestingPage;
  /** The way to the other pages, where there are any. */
  pages: ReactNode;
}

const MONTH_LENGTH = "2027-01".length;

/** Month by month in the reader's zone: what vests, and how much that is together by then. */
export function VestingCalendar({ asset, figures, page, pages }: VestingCalendarProps) {
  const zone = useZone();
  const months = vestingMonths(page, (at) => formatZoned(at, zone).slice(0, MONTH_LENGTH));
  const figure = (sats: bigint) => ({
    value: <Amount sats={sats} precision={asset.precision} />,
    unit: asset.ticker,
  });
  if (page.dates.length === 0)
    return (
      <Card>
        <EmptyState icon={<CalendarClock aria-hidden />} title={text.empty.title}>
          {text.empty.text}
        </EmptyState>
      </Card>
    );
  return (
    <div className="grid gap-5">
      <Figures>
        <Figure label={text.figures.open} {...figure(figures.openSats)} />
        <Figure label={text.figures.now} {...figure(figures.nowSats)} note={nowNote(figures)} />
        <Figure label={text.figures.later} {...figure(figures.laterSats)} />
        <Figure label={text.figures.held} {...figure(figures.heldSats)} note={text.heldNote} />
      </Figures>
      <Card>
        <CardHeader title={text.title} description={`${text.description} ${text.zone(zone)}`} />
        <ol>
          {months.map((month) => (
            <li key={month.month} className="border-border border-b last:border-b-0">
              <VestingMonthTable asset={asset} month={month} openSats={figures.openSats} />
            </li>
          ))}
        </ol>
        {pages}
      </Card>
    </div>
  );
}

const nowNote = ({ withoutWallet, withoutCategory }: VestingFigures): string =>
  [
    text.nowNote,
    withoutWallet > 0 && text.withoutWallet(withoutWallet),
    withoutCategory > 0 && text.withoutCategory(withoutCategory),
  ]
    .filter(Boolean)
    .join("; ");
