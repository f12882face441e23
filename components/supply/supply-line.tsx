"use client";

import { onceShown } from "@/components/ui/late";
import { Skeleton } from "@/components/ui/skeleton";

/** The chart's library comes when the chart is shown; until then its place is kept. */
export const SupplyLine = onceShown(
  () => import("./supply-chart").then((file) => file.SupplyChart),
  <Skeleton className="h-full w-full" />,
);
