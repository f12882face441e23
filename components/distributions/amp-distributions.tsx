"use client";

import { late } from "@/components/ui/late";

/** Below what a person came for: painted with the page, its scripts come after it. */
export const AmpDistributions = late(() =>
  import("./amp-distributions-card").then((module) => module.AmpDistributionsCard),
);
