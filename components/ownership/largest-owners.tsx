"use client";

import { useState } from "react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { onceShown } from "@/components/ui/late";
import { Skeleton } from "@/components/ui/skeleton";
import type { OwnershipView } from "@/lib/domain/ownership";
import { ownershipText } from "@/lib/messages/ownership";
import { toBars } from "./bars";

const OwnershipChart = onceShown(
  () => import("./ownership-chart").then((file) => file.OwnershipChart),
  <Skeleton className="h-full w-full" />,
);

const BAR_PX = 28;
const { chart } = ownershipText;

/** The chart's library comes when the chart is shown; until then its place is kept. */
export function LargestOwners({ view }: { view: OwnershipView }) {
  const [withTreasury, setWithTreasury] = useState(true);
  const all = toBars(view, true);
  const bars = withTreasury ? all : toBars(view, false);
  const hasBoth = view.figures.treasurySats > 0n && view.figures.holderCount > 0;
  const label = chart.label(bars.map((bar) => chart.entry(bar.name, bar.share)).join(", "));
  return (
    <Card>
      <CardHeader
        title={chart.title}
        description={chart.description}
        actions={
          hasBoth && (
            <Checkbox
              label={chart.withTreasury}
              checked={withTreasury}
              onChange={(event) => setWithTreasury(event.target.checked)}
            />
          )
        }
      />
      <CardBody>
        <figure role="img" aria-label={label} style={{ height: bars.length * BAR_PX }}>
          <OwnershipChart bars={bars} />
        </figure>
      </CardBody>
    </Card>
  );
}
