"use client";

import { Area, AreaChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { SupplyHistoryView } from "@/lib/domain/supply-history";
import { formatAmount } from "@/lib/format/amounts";
import { formatUtcDay, formatZoned } from "@/lib/format/times";
import { type SupplyPoint, toPoints } from "./supply-points";

/** The supply as a line of steps. The table beside it carries the same figures. */
export function SupplyChart({ changes, asset }: Pick<SupplyHistoryView, "changes" | "asset">) {
  const points = toPoints(changes, Date.now());
  return (
    <ResponsiveContainer width="100%" height="100%">
      <AreaChart data={points} accessibilityLayer={false} margin={{ top: 8, right: 24, bottom: 0, left: 24 }}>
        <XAxis
          type="number"
          dataKey="at"
          domain={["dataMin", "dataMax"]}
          scale="time"
          tickFormatter={(at: number) => formatUtcDay(new Date(at))}
          tick={{ fontSize: 12, fill: "var(--muted-foreground)" }}
          stroke="var(--border-strong)"
          minTickGap={48}
        />
        <YAxis type="number" domain={[0, 1_000_000]} hide />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--border-strong)" }}
          content={(props) => <PointTooltip payload={props.payload as Payload} asset={asset} />}
        />
        <Area
          type="stepAfter"
          dataKey="level"
          stroke="var(--chart-1)"
          strokeWidth={2}
          fill="var(--chart-1)"
          fillOpacity={0.12}
          isAnimationActive={false}
        />
      </AreaChart>
    </ResponsiveContainer>
  );
}

type Payload = readonly { payload?: SupplyPoint }[] | undefined;

function PointTooltip({ payload, asset }: { payload: Payload; asset: SupplyHistoryView["asset"] }) {
  const point = payload?.[0]?.payload;
  if (!point) return null;
  return (
    <div className="surface-floating px-2.5 py-1.5 text-xs">
      <p className="font-medium">
        {formatAmount(point.supplySats, asset.precision, { ticker: asset.ticker })}
      </p>
      <p className="text-muted-foreground">{formatZoned(new Date(point.at))}</p>
    </div>
  );
}
