"use client";

import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { InPlace } from "@/components/ui/in-place";
import { lbtcText } from "@/lib/messages/lbtc";
import { routes } from "@/lib/routes";
import { type LbtcDraft, LbtcForm } from "./lbtc-form";
import { LbtcReview } from "./lbtc-review";

interface LbtcDeskProps {
  openOperationId: string | null;
  walletSats: bigint | null;
}

/** The form, then the review, behind which the form stays as it was entered. */
export function LbtcDesk({ openOperationId, walletSats }: LbtcDeskProps) {
  const [draft, setDraft] = useState<LbtcDraft | null>(null);
  const { underWay } = lbtcText;
  if (openOperationId)
    return (
      <Alert
        tone="info"
        title={underWay.title}
        action={
          <ButtonLink
            variant="primary"
            href={routes.operation({ kind: "lbtc", assetUuid: "", id: openOperationId })}
          >
            {underWay.follow}
          </ButtonLink>
        }
      >
        {underWay.text}
      </Alert>
    );
  return (
    <>
      {draft && (
        <InPlace label={lbtcText.review.title}>
          <LbtcReview draft={draft} onBack={() => setDraft(null)} />
        </InPlace>
      )}
      <div hidden={draft !== null}>
        <LbtcForm walletSats={walletSats} onReview={setDraft} />
      </div>
    </>
  );
}
