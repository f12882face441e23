"use client";

import { late } from "@/components/ui/late";

/** The history below what a person came for: painted with the page, its scripts come after it. */
export const OperationHistory = late(() =>
  import("./operation-history").then((module) => module.OperationHistory),
);
