"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ErrorAlert } from "@/components/data/error-alert";
import { ViewError } from "@/components/data/get-json";
import { useSubmit } from "@/components/data/use-submit";
import { PreFlight } from "@/components/operations/pre-flight";
import { PreviewPending } from "@/components/operations/preview-pending";
import { untilHeard } from "@/components/operations/until-heard";
import { usePreview } from "@/components/operations/use-preview";
import { Button } from "@/components/ui/button";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { SupplyKind, SupplyPreview } from "@/lib/domain/supply";
import { supplyText } from "@/lib/messages/supply";
import { routes } from "@/lib/routes";
import { startSupplyAction } from "@/server/actions/supply";
import { SupplyApproval } from "./supply-approval";
import { SupplyChange } from "./supply-change";
import { supplyPreviewPath } from "./supply-form";

interface SupplyReviewProps {
  asset: Asset;
  kind: SupplyKind;
  sats: bigint;
  onBack: () => void;
}

/** What the change would do, whether anything stands in the way, and the approval of exactly this. */
export function SupplyReview({ asset, kind, sats, onBack }: SupplyReviewProps) {
  const router = useRouter();
  const path = supplyPreviewPath(asset.assetUuid, kind, sats);
  const { data, error, isFetching, refetch } = usePreview<SupplyPreview>(path);
  const [ask] = useState(() => untilHeard(startSupplyAction));
  const start = async (input: Parameters<typeof ask>[0]) => {
    const result = await ask(input);
    // Refused: the supply changed, or a check fails. The fresh preview says which, and has to be approved anew.
    if (!result.ok) await refetch();
    return result;
  };
  const submission = useSubmit(start, ({ operationId }) =>
    router.push(routes.supplyOperation(asset.assetUuid, operationId)),
  );
  const back = (
    <Button size="sm" disabled={submission.isPending || submission.isDone} onClick={onBack}>
      {supplyText.review.back}
    </Button>
  );
  if (!data) {
    const { loading } = supplyText.review;
    return <PreviewPending {...{ error, isFetching, loading, back }} onAgain={refetch} />;
  }
  return (
    <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="grid gap-5">
        {error instanceof ViewError && <ErrorAlert error={error.view} />}
        <SupplyChange preview={data} actions={back} />
        <SupplyApproval
          // Another fingerprint is another decision: what was typed for the first one does not count.
          key={data.intentHash}
          preview={data}
          isBusy={submission.isPending || submission.isDone}
          error={submission.error}
          onStart={(intentId) =>
            submission.submit({
              intentId,
              kind,
              assetUuid: asset.assetUuid,
              amountSats: sats,
              intentHash: data.intentHash,
            })
          }
        />
      </div>
      <PreFlight checks={data.checks} isLooking={isFetching} onAgain={() => void refetch()} />
    </div>
  );
}
