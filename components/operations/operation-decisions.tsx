"use client";

import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Button } from "@/components/ui/button";
import { isLastOf } from "@/lib/domain/batches";
import { mayBeElsewhere } from "@/lib/domain/by-hand-decisions";
import type { OperationKind } from "@/lib/domain/intent";
import {
  canCancel,
  canClose,
  canContinue,
  canLookAgain,
  canPause,
  canRetry,
  canSayUnsent,
  type OperationView,
} from "@/lib/domain/operation";
import { blindersText } from "@/lib/messages/blinders";
import { byHandText } from "@/lib/messages/by-hand";
import type { Translation } from "@/lib/messages/catalogue";
import { distributionRunText } from "@/lib/messages/distribution-run";
import { lbtcText } from "@/lib/messages/lbtc";
import { supplyText } from "@/lib/messages/supply";
import { decideOperationAction } from "@/server/actions/distributions";
import { AfterCancel } from "./after-cancel";
import { Decision } from "./decision";
import { TakenBy } from "./taken-by";

/** What reads otherwise than for a distribution. */
const DECISIONS: Record<OperationKind, Partial<Translation<typeof distributionRunText.decisions>>> = {
  distribution: {},
  reissuance: supplyText.decisions,
  burn: supplyText.decisions,
  blinders: blindersText.decisions,
  lbtc: lbtcText.decisions,
};

/** Only what is safe in the state the operation is in. */
export function OperationDecisions({ operation }: { operation: OperationView }) {
  const decisions = { ...distributionRunText.decisions, ...DECISIONS[operation.kind] };
  const { cancelTitle: title, cancelConsequence: consequence, cancelled: done } = decisions;
  const isElsewhere = operation.facts.byHand !== undefined || mayBeElsewhere(operation);
  const { distribution, supply } = byHandText.cancels;
  const ofKind = operation.kind === "distribution" ? distribution : supply;
  const cancelling = isElsewhere ? ofKind : { title, consequence, done };
  const { submit, isPending, error } = useSubmit(decideOperationAction);
  const mayRetry = canRetry(operation.state) && operation.problem?.mayRetry === true;
  const { facts } = operation;
  const mayPause =
    operation.kind === "distribution" &&
    canPause(operation, isLastOf(facts, operation.intent.batches.length));
  const mayContinue = canContinue(operation);
  return (
    <>
      <FormAlert error={error} />
      {operation.facts.isPausing && mayContinue && (
        <p className="text-muted-foreground text-sm">{decisions.pausing}</p>
      )}
      <div className="not-has-[>:not([hidden])]:hidden flex flex-wrap gap-2">
        {mayRetry && (
          <Button
            variant="primary"
            size="sm"
            loading={isPending}
            onClick={() => submit({ operationId: operation.id, decision: "retry" })}
          >
            {decisions.retry}
          </Button>
        )}
        {mayContinue && (
          <Button
            variant="primary"
            size="sm"
            loading={isPending}
            onClick={() => submit({ operationId: operation.id, decision: "continue" })}
          >
            {decisions.continue}
          </Button>
        )}
        {mayPause && (
          <Button
            size="sm"
            loading={isPending}
            onClick={() => submit({ operationId: operation.id, decision: "pause" })}
          >
            {decisions.pause}
          </Button>
        )}
        {canLookAgain(operation.state) && (
          <Button
            size="sm"
            loading={isPending}
            onClick={() => submit({ operationId: operation.id, decision: "look" })}
          >
            {decisions.look}
          </Button>
        )}
        <Decision
          isOffered={canSayUnsent(operation)}
          variant="danger-quiet"
          size="sm"
          title={decisions.unsentTitle}
          consequence={
            <>
              {decisions.unsentConsequence}
              <AfterCancel />
            </>
          }
          confirmLabel={decisions.unsent}
          typeToConfirm={operation.intent.assetName}
          done={decisions.unsentDone}
          action={() => decideOperationAction({ operationId: operation.id, decision: "not-sent" })}
        >
          {decisions.unsent}
        </Decision>
        <Decision
          isOffered={canClose(operation)}
          variant="danger-quiet"
          size="sm"
          title={decisions.closeTitle}
          consequence={decisions.closeConsequences[operation.state] ?? ""}
          confirmLabel={decisions.close}
          typeToConfirm={operation.intent.assetName}
          done={decisions.closed}
          action={() => decideOperationAction({ operationId: operation.id, decision: "close" })}
        >
          {decisions.close}
        </Decision>
        <Decision
          isOffered={canCancel(operation.state)}
          variant="danger-quiet"
          size="sm"
          title={cancelling.title}
          consequence={
            <>
              {cancelling.consequence}
              {operation.kind === "distribution" && <AfterCancel />}
              {isElsewhere && <TakenBy operation={operation} />}
            </>
          }
          confirmLabel={decisions.cancel}
          {...(isElsewhere ? { typeToConfirm: operation.intent.assetName } : {})}
          done={cancelling.done}
          action={() => decideOperationAction({ operationId: operation.id, decision: "cancel" })}
        >
          {decisions.cancel}
        </Decision>
      </div>
    </>
  );
}
