"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { ErrorAlert } from "@/components/data/error-alert";
import { useLive } from "@/components/data/use-live";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { AssetLooks } from "@/lib/domain/asset-steps";
import { assetsText } from "@/lib/messages/assets";
import { ChecklistSteps, type Depth, isDeep } from "./checklist-steps";

const POLL_MS = 3_000;

interface AssetChecklistProps {
  asset: Asset;
  initial: Depth;
  hasTreasury: boolean;
  /** When, who and by what proof, by the step's id; shown of what is done. */
  facts: Readonly<Record<string, ReactNode>>;
  /** The page does not wait for them. */
  looks: Promise<AssetLooks>;
}

/** From issued to ready: what is done, what it waits for, what comes next. */
export function AssetChecklist({ asset, initial, hasTreasury, facts, looks }: AssetChecklistProps) {
  const router = useRouter();
  const { data, error } = useLive(`/api/assets/${asset.assetUuid}/issuance`, initial, {
    everyMs: (issuance) => (asset.isAuthorized || isDeep(issuance) ? false : POLL_MS),
  });
  // The server knows the block's facts.
  useEffect(() => {
    if (data.txid !== initial.txid) router.refresh();
  }, [data.txid, initial.txid, router]);
  const { checklist } = assetsText;
  return (
    <Card>
      <CardHeader title={checklist.title} description={checklist.lead} />
      <CardBody className="grid gap-4">
        {error && <ErrorAlert error={error} />}
        <ChecklistSteps
          asset={asset}
          issuance={data}
          hasTreasury={hasTreasury}
          facts={facts}
          looks={useCome(looks)}
        />
      </CardBody>
    </Card>
  );
}

/**
 * What has come of it, null before; what came last stands until a later one is there. No Suspense: the steps have
 * buttons, which must not be exchanged under somebody's hand.
 */
function useCome<T>(promise: Promise<T>): T | null {
  const [come, setCome] = useState<T | null>(null);
  useEffect(() => {
    let isLatest = true;
    promise.then(
      (value) => isLatest && setCome(value),
      () => undefined, // the page was left
    );
    return () => {
      isLatest = false;
    };
  }, [promise]);
  return come;
}
