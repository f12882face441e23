"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { PreFlight } from "@/components/operations/pre-flight";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import type { BlindersPreview } from "@/lib/domain/blinders";
import { blindersText } from "@/lib/messages/blinders";
import { operationsText } from "@/lib/messages/operations";
import { routes } from "@/lib/routes";
import { BlindersApproval } from "./blinders-approval";
import { OutputsTable } from "./outputs-table";

interface BlindersReviewProps {
  preview: BlindersPreview;
  intentId: string;
}

/** Of which outputs AMP would be told, what stands in the way, and the approval of exactly this. */
export function BlindersReview({ preview, intentId }: BlindersReviewProps) {
  const router = useRouter();
  const [isLooking, startLooking] = useTransition();
  const { asset, intent, unknown, later, openOperationId } = preview;
  if (openOperationId) return <UnderWay assetUuid={asset.assetUuid} operationId={openOperationId} />;
  if (intent.outputs.length + unknown.length + later === 0) return <Complete assetUuid={asset.assetUuid} />;
  const { intent: text, unknown: left } = blindersText;
  return (
    <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
      <div className="grid gap-5">
        {intent.outputs.length === 0 ? (
          <Alert tone="blocked" title={unknown.length > 0 ? text.empty : text.notAsked} />
        ) : (
          <OutputsTable
            asset={asset}
            outputs={intent.outputs}
            title={text.title}
            lead={text.lead(intent.outputs.length)}
          />
        )}
        {unknown.length > 0 && (
          <OutputsTable asset={asset} outputs={unknown} title={left.title} lead={left.lead(unknown.length)} />
        )}
        {later > 0 && <p className="text-muted-foreground text-sm">{blindersText.later(later)}</p>}
      </div>
      <div className="grid gap-5">
        <PreFlight
          checks={preview.checks}
          isLooking={isLooking}
          onAgain={() => startLooking(() => router.refresh())}
        />
        {intent.outputs.length > 0 && (
          // Another fingerprint is another decision.
          <BlindersApproval key={preview.intentHash} preview={preview} intentId={intentId} />
        )}
      </div>
    </div>
  );
}

/** The open operation may be of any kind; the page of a supply operation leads on where it is a distribution. */
const UnderWay = ({ assetUuid, operationId }: { assetUuid: string; operationId: string }) => (
  <Alert
    tone="info"
    title={operationsText.underWay.title}
    action={
      <ButtonLink variant="primary" href={routes.supplyOperation(assetUuid, operationId)}>
        {operationsText.underWay.follow}
      </ButtonLink>
    }
  >
    {operationsText.underWay.text}
  </Alert>
);

const Complete = ({ assetUuid }: { assetUuid: string }) => (
  <Alert
    tone="ok"
    title={blindersText.complete.title}
    action={<ButtonLink href={routes.supply(assetUuid)}>{blindersText.back}</ButtonLink>}
  >
    {blindersText.complete.text}
  </Alert>
);
