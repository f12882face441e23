import { Amount } from "@/components/ui/amount";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { RowTitle, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import { type Lorenz, type LorenzPoint, shownRatio, toldPoints } from "@/lib/domain/lorenz";
import type { OwnershipView } from "@/lib/domain/ownership";
import { groupDigits, shownShare } from "@/lib/format/amounts";
import { lorenzText as text } from "@/lib/messages/lorenz";
import { ownershipText } from "@/lib/messages/ownership";
import { LorenzChart } from "./lorenz-chart";

interface LorenzCardProps {
  lorenz: Lorenz;
  asset: OwnershipView["asset"];
}

/** How evenly the owners share: as a curve, as one figure, and as a table of some of the curve's points. */
export function LorenzCard({ lorenz: { points, gini }, asset }: LorenzCardProps) {
  const told = toldPoints(points);
  const all = points.at(-1);
  if (!all) return null;
  const shares = ({ holders, sats }: LorenzPoint) => ({
    owners: shownShare(BigInt(holders), BigInt(all.holders)),
    sats: shownShare(sats, all.sats),
  });
  const entries = told.map((point) => text.entry(shares(point).owners, shares(point).sats));
  return (
    <Card>
      <CardHeader title={text.title} description={text.description} />
      <CardBody className="grid items-start gap-5 md:grid-cols-[18rem_minmax(0,1fr)]">
        <figure
          role="img"
          aria-label={text.label(shownRatio(gini), entries.join("; "))}
          className="h-72 max-w-72"
        >
          <LorenzChart points={points} all={all} />
        </figure>
        <div className="grid gap-3.5">
          <dl>
            <dt className="text-muted-foreground text-xs">{text.gini}</dt>
            <dd className="font-medium text-lg">{shownRatio(gini)}</dd>
            <dd className="text-muted-foreground text-xs">{text.giniNote}</dd>
          </dl>
          <Table caption={text.caption}>
            <TableHead>
              <Th>{text.columns.owners}</Th>
              <Th numeric>{text.columns.amount}</Th>
              <Th numeric>{text.columns.share}</Th>
            </TableHead>
            <TableBody>
              {told.map((point) => (
                <TableRow key={point.holders}>
                  <RowTitle>
                    {text.ofOwners(groupDigits(String(point.holders)), shares(point).owners)}
                  </RowTitle>
                  <Td label={text.columns.amount} numeric>
                    <Amount sats={point.sats} precision={asset.precision} ticker={asset.ticker} />
                  </Td>
                  <Td label={text.columns.share} numeric>
                    {ownershipText.percent(shares(point).sats)}
                  </Td>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      </CardBody>
    </Card>
  );
}
