"use client";

import { late } from "@/components/ui/late";

/** Seldom seen: its scripts come after the page. */
export const HistoryUnderWay = late(() =>
  import("./history-looks-again").then((module) => module.HistoryLooksAgain),
);
