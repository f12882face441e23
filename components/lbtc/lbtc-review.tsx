"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ErrorAlert } from "@/components/data/error-alert";
import { ViewError } from "@/components/data/get-json";
import { useSubmit } from "@/components/data/use-submit";
import { PreFlight } from "@/components/operations/pre-flight";
import { PreviewPending } from "@/components/operations/preview-pending";
import { TypedApproval } from "@/components/operations/typed-approval";
import { untilHeard } from "@/components/operations/until-heard";
import { usePreview } from "@/components/operations/use-preview";
import { Alert } from "@/components/ui/alert";
import { Amount, Sats } from "@/components/ui/amount";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { Link } from "@/components/ui/link";
import type { LbtcPreview } from "@/lib/domain/lbtc";
import { LBTC } from "@/lib/domain/treasury";
import { formatAmount, parseAmountInput } from "@/lib/format/amounts";
import { formatUtc } from "@/lib/format/times";
import { commonText } from "@/lib/messages/common";
import { lbtcText } from "@/lib/messages/lbtc";
import { operationsText } from "@/lib/messages/operations";
import { routes } from "@/lib/routes";
import { startLbtcAction } from "@/server/actions/lbtc";
import { type LbtcDraft, lbtcPreviewPath } from "./lbtc-form";

const { review: text } = lbtcText;

/** What the payment would do, whether anything stands in the way, and the approval of exactly this. */
export function LbtcReview({ draft, onBack }: { draft: LbtcDraft; onBack: () => void }) {
  const router = useRouter();
  const { address, sats: amountSats } = draft;
  const { data, error, isFetching, refetch } = usePreview<LbtcPreview>(lbtcPreviewPath(draft));
  const [ask] = useState(() => untilHeard(startLbtcAction));
  const start = async (input: Parameters<typeof ask>[0]) => {
    const result = await ask(input);
    // Refused: the fresh preview says why, and has to be approved anew.
    if (!result.ok) await refetch();
    return result;
  };
  const { submit, isPending, isDone, ...submission } = useSubmit(start, ({ operationId: id }) =>
    router.push(routes.operation({ kind: "lbtc", assetUuid: "", id })),
  );
  const isBusy = isPending || isDone;
  const back = (
    <Button size="sm" disabled={isBusy} onClick={onBack}>
      {text.change}
    </Button>
  );
  if (!data)
    return <PreviewPending {...{ error, isFetching, back }} loading={text.loading} onAgain={refetch} />;
  const { intentHash, canStart, intent } = data;
  const expected = formatAmount(intent.totalSats, LBTC.precision);
  return (
    <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="grid gap-5">
        {error instanceof ViewError && <ErrorAlert error={error.view} />}
        <PaymentCard preview={data} actions={back} />
        <TypedApproval
          // Another fingerprint is another decision: what was typed for the first one does not count.
          key={intentHash}
          title={text.approve}
          consequence={text.consequence}
          intentHash={intentHash}
          canStart={canStart}
          isBusy={isBusy}
          error={submission.error}
          typing={{
            label: text.typeLabel(expected),
            expected,
            isTyped: (typed) => parseAmountInput(typed, LBTC.precision).sats === intent.totalSats,
          }}
          start={text.start}
          isDanger={false}
          onStart={(intentId) => submit({ intentId, address, amountSats, intentHash })}
        />
      </div>
      <PreFlight checks={data.checks} isLooking={isFetching} onAgain={() => void refetch()} />
    </div>
  );
}

function PaymentCard({ preview, actions }: { preview: LbtcPreview; actions: React.ReactNode }) {
  const { intent, walletSats, isConfidential, checks, before } = preview;
  // Of what is no address, and of what the wallet does not have, the checks tell.
  const isOpen = !isConfidential && checks.some(({ id, isOk }) => id === "address-valid" && isOk);
  const leftSats = walletSats === null ? null : walletSats - intent.totalSats;
  return (
    <Card>
      <CardHeader title={text.title} actions={actions} />
      <CardBody>
        <KeyValues>
          <KeyValue term={text.pays}>
            <Amount sats={intent.totalSats} {...LBTC} className="font-medium" />
            <p className="text-muted-foreground text-xs">
              <Sats sats={intent.totalSats} />
            </p>
          </KeyValue>
          <KeyValue term={text.to}>
            <span className="break-all font-mono text-xs">{intent.address}</span>
            {isOpen && <p className="text-muted-foreground text-xs">{text.open}</p>}
          </KeyValue>
          <KeyValue term={text.after}>
            {leftSats === null ? (
              text.unknown
            ) : leftSats < 0n ? (
              commonText.none
            ) : (
              <Amount sats={leftSats} {...LBTC} />
            )}
          </KeyValue>
          {before && (
            <KeyValue term={text.before}>
              {before.isSame && <Alert tone="waiting" title={text.same} />}
              <Amount sats={before.totalSats} {...LBTC} />
              <p className="text-xs">
                <Link
                  href={routes.operation({ kind: "lbtc", assetUuid: "", id: before.operationId })}
                  className="text-link underline-offset-2 hover:underline"
                >
                  {text.beforeAt(formatUtc(before.at), operationsText.states[before.state])}
                </Link>
              </p>
            </KeyValue>
          )}
        </KeyValues>
      </CardBody>
    </Card>
  );
}
