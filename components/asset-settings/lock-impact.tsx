"use client";

import { useQuery } from "@tanstack/react-query";
import { CountedFrom } from "@/components/data/counted-from";
import { ReadFailure } from "@/components/data/read-failure";
import { Alert } from "@/components/ui/alert";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { Spinner } from "@/components/ui/spinner";
import type { Asset } from "@/lib/contracts/amp/assets";
import { type LockImpact as Impact, isUnderWay } from "@/lib/domain/asset-settings";
import { formatAmount, groupDigits } from "@/lib/format/amounts";
import { lockImpactText as text } from "@/lib/messages/lock-impact";
import { lockImpactQuery } from "./lock-impact-query";

interface LockImpactProps {
  asset: Asset;
  /** What a deletion means for what is under way; a lock unless said. */
  underWay?: string;
}

/** Counts, while a person reads what will happen, whom it happens to. */
export function LockImpact({ asset, underWay = text.underWay }: LockImpactProps) {
  const { data, error, refetch } = useQuery(lockImpactQuery(asset.assetUuid));
  if (error) {
    return (
      <div className="grid gap-2">
        <p className="text-muted-foreground">{text.notCounted}</p>
        <ReadFailure error={error} onRetry={refetch} />
      </div>
    );
  }
  if (!data) {
    return (
      <p role="status" className="flex items-center gap-2 text-muted-foreground">
        <Spinner />
        {text.counting}
      </p>
    );
  }
  return (
    <div className="grid gap-3">
      <Counts asset={asset} impact={data.impact} underWay={underWay} />
      <CountedFrom counted={data} recount={refetch} />
    </div>
  );
}

function Counts({ asset, impact, underWay }: Required<LockImpactProps> & { impact: Impact }) {
  const sum = formatAmount(impact.openAssignmentSats, asset.precision);
  const count = (value: number) => groupDigits(String(value));
  return (
    <section aria-label={text.title} className="grid gap-3">
      <KeyValues>
        <KeyValue term={text.holders}>{count(impact.holders)}</KeyValue>
        <KeyValue term={text.assignments}>
          {count(impact.openAssignments)}
          {impact.openAssignments > 0 && (
            <span className="ms-2 text-muted-foreground text-xs">
              {sum} {asset.ticker}
            </span>
          )}
        </KeyValue>
        <KeyValue term={text.pending}>{count(impact.pendingDistributions)}</KeyValue>
        <KeyValue term={text.operations}>{count(impact.openOperations)}</KeyValue>
      </KeyValues>
      {isUnderWay(impact) && <Alert tone="waiting" title={underWay} />}
    </section>
  );
}
