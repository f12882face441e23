"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { useSubmit } from "@/components/data/use-submit";
import { ApprovalRefusal } from "@/components/operations/approval-refusal";
import { PreFlight } from "@/components/operations/pre-flight";
import { StartByHand } from "@/components/operations/start-by-hand";
import { Alert } from "@/components/ui/alert";
import { Amount } from "@/components/ui/amount";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { CopyId } from "@/components/ui/copy-id";
import { late } from "@/components/ui/late";
import type { ShownPreview } from "@/lib/domain/distribution";
import { distributionsText } from "@/lib/messages/distributions";
import { operationsText } from "@/lib/messages/operations";
import { routes } from "@/lib/routes";
import { startDistributionByHandAction } from "@/server/actions/by-hand";
import { startDistributionAction } from "@/server/actions/distributions";
import { ForecastCard } from "./forecast-card";
import { fileOfIntent, rowsOfIntent } from "./intent-paths";
import { IntentTable } from "./intent-table";

/** What is not approved: painted with the page, its scripts come after it. */
const HeldBackList = late(() => import("./held-back-list").then((module) => module.HeldBackList));

interface DistributionReviewProps {
  preview: ShownPreview;
  intentId: string;
  /** What to do about users without a GAID, where assignments wait for one. */
  invite: ReactNode;
}

/** What would be sent, what stands in the way, and the approval of exactly this. */
export function DistributionReview({ preview, intentId, invite }: DistributionReviewProps) {
  const router = useRouter();
  const { asset, openOperationId } = preview;
  if (openOperationId) {
    return (
      <Alert
        tone="info"
        title={operationsText.underWay.title}
        action={
          <ButtonLink variant="primary" href={routes.distribution(asset.assetUuid, openOperationId)}>
            {operationsText.underWay.follow}
          </ButtonLink>
        }
      >
        {operationsText.underWay.text}
      </Alert>
    );
  }
  return (
    <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
      <div className="grid gap-5">
        <IntentTable
          intent={preview.intent}
          pathBehind={rowsOfIntent(asset.assetUuid, preview.intentHash)}
          file={fileOfIntent(asset.assetUuid)}
        />
        {preview.heldBack.total > 0 && <HeldBackList preview={preview} invite={invite} />}
      </div>
      <div className="grid gap-5">
        {preview.intent.assignments.total > 0 && (
          <ForecastCard
            forecast={preview.forecast}
            batchSize={preview.intent.batchSize ?? preview.forecast.recipients}
          />
        )}
        <PreFlight
          checks={preview.checks}
          minutes={preview.forecast.minutes}
          onAgain={() => router.refresh()}
        />
        {preview.intent.assignments.total > 0 && (
          <Approval key={preview.intentHash} preview={preview} intentId={intentId} />
        )}
      </div>
    </div>
  );
}

function Approval({ preview, intentId }: { preview: ShownPreview; intentId: string }) {
  const { approval } = distributionsText;
  const { asset, intent, intentHash } = preview;
  const router = useRouter();
  const [formId] = useState(intentId);
  const [isApproved, setApproved] = useState(false);
  const start = async (input: Parameters<typeof startDistributionAction>[0]) => {
    const result = await startDistributionAction(input);
    // Another operation is open: the page leads there and offers no start any more.
    if (!result.ok && result.error.link) router.refresh();
    return result;
  };
  const { submit, isPending, isDone, error } = useSubmit(start, ({ operationId }) =>
    router.push(routes.distribution(asset.assetUuid, operationId)),
  );
  return (
    <Card>
      <CardHeader title={approval.title} />
      <CardBody className="grid gap-3 text-sm">
        <ApprovalRefusal error={error} onAgain={() => router.refresh()} />
        <p>
          {approval.sends(intent.assignments.total)}{" "}
          <Amount
            sats={intent.totalSats}
            precision={asset.precision}
            ticker={asset.ticker}
            className="font-medium"
          />
        </p>
        <p className="text-muted-foreground">{approval.consequence}</p>
        <p className="flex flex-wrap items-center gap-x-2 text-muted-foreground text-xs">
          {approval.hash}
          <CopyId value={intentHash} label={approval.hash} ends={8} />
        </p>
        <Checkbox
          label={approval.approve}
          checked={isApproved}
          disabled={!preview.canStart}
          onChange={(event) => setApproved(event.target.checked)}
        />
      </CardBody>
      <CardFooter>
        <StartByHand
          assetName={asset.name}
          checks={preview.checks}
          action={(id) =>
            startDistributionByHandAction({ intentId: id, assetUuid: asset.assetUuid, intentHash })
          }
          goTo={(operationId) => routes.distribution(asset.assetUuid, operationId)}
        />
        <Button
          variant="primary"
          disabled={!preview.canStart || !isApproved}
          loading={isPending || isDone}
          onClick={() => submit({ intentId: formId, assetUuid: asset.assetUuid, intentHash })}
        >
          {approval.start}
        </Button>
      </CardFooter>
    </Card>
  );
}
