"use client";

import { late } from "@/components/ui/late";

/** No overview loads it for the rare time when AMP is away. */
export const LateOverviewAway = late(() => import("./overview-away").then((module) => module.OverviewAway));
