"use client";

import { useEffect, useState } from "react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { useLazy } from "@/components/ui/use-lazy";
import type { OwnershipView } from "@/lib/domain/ownership";
import { ownershipText } from "@/lib/messages/ownership";
import { BAR_PX, toBars } from "./bars";
import { DrawnBars } from "./drawn-bars";

const loadChart = () =>
  import("./ownership-chart").then(
    (file) => file.OwnershipChart,
    () => DrawnBars,
  );
const { chart } = ownershipText;

/** The server draws the bars; the chart's library, which answers a pointer, takes their place once it has come. */
export function LargestOwners({ view }: { view: OwnershipView }) {
  const [withTreasury, setWithTreasury] = useState(true);
  const [Chart, request] = useLazy(loadChart);
  useEffect(request, [request]);
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
          {Chart ? <Chart bars={bars} /> : <DrawnBars bars={bars} />}
        </figure>
      </CardBody>
    </Card>
  );
}
