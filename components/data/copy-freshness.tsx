"use client";

import { Freshness } from "@/components/ui/freshness";
import type { Freshness as FreshnessOf } from "@/lib/contracts/list";
import type { CopiedList } from "@/lib/domain/counted";
import { copyAgain } from "./copies-again";

interface CopyFreshnessProps {
  freshness: FreshnessOf;
  /** Which of AMP's lists the rows were copied from. */
  of: CopiedList;
  onRefresh: () => Promise<unknown>;
}

/** How old the desk's copy of a list is. The button has AMP asked for the whole list before the page is read again. */
export function CopyFreshness({ freshness, of, onRefresh }: CopyFreshnessProps) {
  const refresh = async () => {
    await copyAgain(freshness, of);
    await onRefresh();
  };
  return <Freshness freshness={freshness} onRefresh={refresh} />;
}
