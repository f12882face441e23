"use client";

import { useState } from "react";
import { BarChart, Bar as BarShape, LabelList, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { ownershipText } from "@/lib/messages/ownership";
import type { Bar } from "./bars";

const CHARACTER_PX = 6.6;
const WIDEST_NAME_PX = 200;
const SHARE_PX = 64;
const LONGEST = 1_000_000;

/** Horizontal bars with the owner's name before and the share behind. The table carries the same figures. */
export function OwnershipChart({ bars }: { bars: Bar[] }) {
  const [width, setWidth] = useState(WIDEST_NAME_PX * 3);
  const nameWidth = Math.min(WIDEST_NAME_PX, Math.round(width * 0.36));
  const plotWidth = Math.max(width - nameWidth, 1);
  // The longest bar ends where its figure still fits behind it.
  const end = LONGEST / Math.max(1 - SHARE_PX / plotWidth, 0.25);
  const shorten = (name: string) => cut(name, Math.floor(nameWidth / CHARACTER_PX) - 1);
  return (
    <ResponsiveContainer width="100%" height="100%" onResize={setWidth}>
      <BarChart data={bars} layout="vertical" accessibilityLayer={false} margin={{ top: 0, bottom: 0 }}>
        <XAxis type="number" dataKey="length" domain={[0, end]} hide />
        <YAxis
          type="category"
          dataKey="name"
          width={nameWidth}
          interval={0}
          axisLine={false}
          tickLine={false}
          tick={({ x, y, payload }) => (
            <text x={x} y={y} dy="0.35em" textAnchor="end" fontSize={12} fill="var(--foreground)">
              {shorten(String(payload.value))}
            </text>
          )}
        />
        <Tooltip content={BarTooltip} cursor={{ fill: "var(--accent)" }} isAnimationActive={false} />
        <BarShape
          dataKey="length"
          barSize={14}
          radius={[0, 2, 2, 0]}
          minPointSize={2}
          isAnimationActive={false}
        >
          <LabelList
            dataKey="share"
            position="right"
            formatter={(share) => ownershipText.percent(String(share))}
            fill="var(--muted-foreground)"
            fontSize={12}
          />
        </BarShape>
      </BarChart>
    </ResponsiveContainer>
  );
}

const cut = (name: string, most: number) => (name.length > most ? `${name.slice(0, most - 1)}…` : name);

function BarTooltip({ payload }: { payload?: readonly { payload?: Bar }[] }) {
  const bar = payload?.[0]?.payload;
  if (!bar) return null;
  return (
    <div className="surface-floating max-w-72 px-2.5 py-1.5 text-xs">
      <p className="font-medium">{bar.name}</p>
      <p className="text-muted-foreground">{bar.amount}</p>
    </div>
  );
}
