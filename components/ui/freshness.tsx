"use client";

import RefreshCw from "lucide-react/icons/refresh-cw";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/cn";
import type { ListPage } from "@/lib/contracts/list";
import { formatUtc, formatUtcClock } from "@/lib/format/times";
import { uiText } from "@/lib/messages/ui";

interface FreshnessProps {
  freshness: ListPage<unknown>["freshness"];
  /** Asks again; left out, the page is rendered again by the server. */
  onRefresh?: () => Promise<unknown>;
}

/** "as of 12:03:10 UTC · Refresh" */
export function Freshness({ freshness, onRefresh }: FreshnessProps) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const refresh = () =>
    start(async () => {
      if (onRefresh) await onRefresh();
      else router.refresh();
    });
  const isCopy = freshness.source === "mirror"; // may be of yesterday
  return (
    <span data-freshness className="flex items-center justify-end gap-1 text-muted-foreground text-xs">
      {freshness.failure && <span className="text-waiting">{freshness.failure}</span>}
      <time dateTime={freshness.asOf.toISOString()} title={uiText.freshnessSources[freshness.source]}>
        {uiText.freshness(isCopy ? formatUtc(freshness.asOf) : formatUtcClock(freshness.asOf))}
      </time>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={uiText.refresh}
        title={uiText.refresh}
        aria-busy={pending}
        data-read-again
        onClick={refresh}
        icon={<RefreshCw aria-hidden className={cn("size-3.5!", pending && "animate-spin")} />}
      />
    </span>
  );
}
