"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/skeleton";

/** The chart's library comes when the chart is shown; until then its place is kept. */
export const SupplyLine = dynamic(() => import("./supply-chart").then((file) => file.SupplyChart), {
  ssr: false,
  loading: () => <Skeleton className="h-full w-full" />,
});
