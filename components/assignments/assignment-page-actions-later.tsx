"use client";

import { late } from "@/components/ui/late";

/** What can be done is painted with the page; its scripts come after what stands there to read. */
export const AssignmentPageActions = late(() =>
  import("./assignment-page-actions").then((module) => module.AssignmentPageActions),
);
