"use client";

import dynamic from "next/dynamic";

/** Below what a person came for: painted with the page, its scripts come after it. */
export const AmpDistributions = dynamic(() =>
  import("./amp-distributions-card").then((module) => module.AmpDistributionsCard),
);
