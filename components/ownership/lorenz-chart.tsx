"use client";

import { Area, AreaChart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from "recharts";
import type { LorenzPoint } from "@/lib/domain/lorenz";
import { drawnPoints, WHOLE } from "./lorenz-points";

interface LorenzChartProps {
  points: LorenzPoint[];
  /** The last of the points. */
  all: LorenzPoint;
}

const EVEN = [
  { x: 0, y: 0 },
  { x: WHOLE, y: WHOLE },
] as const;

const percentOf = (part: number) => `${part / (WHOLE / 100)}%`;
const axis = {
  type: "number",
  domain: [0, WHOLE],
  ticks: [0, WHOLE / 2, WHOLE],
  tickFormatter: percentOf,
  tick: { fontSize: 12, fill: "var(--muted-foreground)" },
  stroke: "var(--border-strong)",
} as const;

/** The curve below the line on which all owners would have the same. The table beside it carries the figures. */
export const LorenzChart = ({ points, all }: LorenzChartProps) => (
  <ResponsiveContainer width="100%" height="100%">
    <AreaChart
      data={drawnPoints(points, all)}
      accessibilityLayer={false}
      margin={{ top: 8, right: 20, bottom: 0, left: 0 }}
    >
      <XAxis dataKey="owners" {...axis} />
      <YAxis width={44} {...axis} />
      <ReferenceLine segment={EVEN} stroke="var(--border-strong)" strokeDasharray="4 4" />
      <Area
        dataKey="owned"
        stroke="var(--chart-1)"
        strokeWidth={2}
        fill="var(--chart-1)"
        fillOpacity={0.12}
        isAnimationActive={false}
      />
    </AreaChart>
  </ResponsiveContainer>
);
