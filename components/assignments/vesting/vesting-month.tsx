"use client";

import type { Route } from "next";
import { Amount } from "@/components/ui/amount";
import { BlockTime } from "@/components/ui/block-time";
import { Link } from "@/components/ui/link";
import { RowTitle, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { VestingMonth } from "@/lib/domain/vesting";
import { formatShare } from "@/lib/format/amounts";
import { listHref, parseListState } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { commonText } from "@/lib/messages/common";
import { vestingText as text } from "@/lib/messages/vesting";

const { columns } = text;

/** Each month is a table of its own, and their amounts stand digit under digit. */
const WIDTH = "w-1/4";

interface VestingMonthProps {
  asset: Asset;
  month: VestingMonth;
  openSats: bigint;
}

export function VestingMonthTable({ asset, month, openSats }: VestingMonthProps) {
  const { precision, ticker } = asset;
  const title = month.month === null ? text.vested : text.month(month.month);
  const share = formatShare(month.untilThen, openSats);
  return (
    <>
      <div className="grid gap-1.5 px-4 pt-3 pb-2">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h3 className="font-semibold text-sm">{title}</h3>
          <Amount sats={month.sats} precision={precision} ticker={ticker} className="font-medium text-sm" />
        </div>
        <div aria-hidden className="h-1.5 overflow-hidden rounded-full bg-muted">
          <div className="h-full rounded-full bg-primary" style={{ inlineSize: `${share}%` }} />
        </div>
        <p className="flex flex-wrap justify-between gap-x-4 text-muted-foreground text-xs">
          <span>
            {text.untilThen} <Amount sats={month.untilThen} precision={precision} ticker={ticker} />
          </span>
          <span>{text.share(share)}</span>
        </p>
        {month.isPart && <p className="text-muted-foreground text-xs">{text.part}</p>}
      </div>
      <Table caption={text.caption(title)}>
        <TableHead>
          <Th className={WIDTH}>{columns.on}</Th>
          <Th className={WIDTH}>{columns.what}</Th>
          <Th numeric className={WIDTH}>
            {columns.amount}
          </Th>
          <Th numeric className={WIDTH}>
            {columns.held}
          </Th>
        </TableHead>
        <TableBody>
          {month.dates.map((date) => (
            <TableRow key={date.at?.getTime() ?? 0}>
              <RowTitle>{date.at ? <BlockTime at={date.at} /> : text.atOnce}</RowTitle>
              <Td label={columns.what}>
                <Link href={assignmentsOf(asset.assetUuid, date.at)} className="hover:underline">
                  {date.userName ?? text.many(date.count)}
                </Link>
                {date.withoutWallet > 0 && (
                  <span className="block text-muted-foreground text-xs">
                    {text.withoutWallet(date.withoutWallet)}
                  </span>
                )}
                {date.withoutCategory > 0 && (
                  <span className="block text-muted-foreground text-xs">
                    {text.withoutCategory(date.withoutCategory)}
                  </span>
                )}
              </Td>
              <Td label={columns.amount} numeric>
                <Amount sats={date.sats} precision={precision} ticker={ticker} />
              </Td>
              <Td label={columns.held} numeric>
                {date.heldSats > 0n ? (
                  <Amount sats={date.heldSats} precision={precision} ticker={ticker} />
                ) : (
                  <span className="text-muted-foreground">{commonText.none}</span>
                )}
              </Td>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </>
  );
}

const assignmentsOf = (assetUuid: string, at: Date | null) =>
  listHref(
    parseListState({ vests: at?.toISOString() ?? "vested" }, assetLists.assignments(assetUuid)),
  ) as Route;
