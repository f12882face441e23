"use client";

import dynamic from "next/dynamic";

/** The history below what a person came for: painted with the page, its scripts come after it. */
export const OperationHistory = dynamic(() =>
  import("./operation-history").then((module) => module.OperationHistory),
);
