"use client";

import { useEffect } from "react";
import { leadToRefused } from "@/components/typed/refused";

/** What the desk's own pages have with what keeps their entries. */
export function RefusedFields() {
  useEffect(() => leadToRefused(document), []);
  return null;
}
