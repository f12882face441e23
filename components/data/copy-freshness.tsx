"use client";

import { Freshness } from "@/components/ui/freshness";
import type { Freshness as FreshnessOf } from "@/lib/contracts/list";
import { uiText } from "@/lib/messages/ui";
import { notify } from "@/lib/notify";
import { readCopyAgainAction } from "@/server/actions/copies";

interface CopyFreshnessProps {
  freshness: FreshnessOf;
  /** Which of AMP's lists the rows were copied from. */
  of: Parameters<typeof readCopyAgainAction>[0];
  onRefresh: () => Promise<unknown>;
}

/** How old the desk's copy of a list is. The button has AMP asked for the whole list before the page is read again. */
export function CopyFreshness({ freshness, of, onRefresh }: CopyFreshnessProps) {
  const refresh = async () => {
    if (freshness.source === "mirror") {
      const result = await readCopyAgainAction(of);
      if (!result.ok)
        notify({ tone: "danger", title: uiText.notReadAgain, description: result.error.message });
    }
    await onRefresh();
  };
  return <Freshness freshness={freshness} onRefresh={refresh} />;
}
