"use client";

import { ConfirmAction } from "@/components/data/confirm-action";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Button } from "@/components/ui/button";
import { isLastBatch } from "@/lib/domain/batches";
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
import { distributionsText } from "@/lib/messages/distributions";
import { supplyText } from "@/lib/messages/supply";
import { decideOperationAction } from "@/server/actions/distributions";

/** Only what is safe in the state the operation is in. */
export function OperationDecisions({ operation }: { operation: OperationView }) {
  const decisions =
    operation.kind === "distribution"
      ? distributionsText.decisions
      : { ...distributionsText.decisions, ...supplyText.decisions };
  const { submit, isPending, error } = useSubmit(decideOperationAction);
  const mayRetry = canRetry(operation.state) && operation.problem?.mayRetry === true;
  const mayPause = operation.kind === "distribution" && canPause(operation, isLastBatch(operation));
  const mayContinue = canContinue(operation);
  const hasAny = mayRetry || mayPause || mayContinue || canLookAgain(operation.state);
  if (!hasAny && !canCancel(operation.state) && !canClose(operation)) return null;
  return (
    <span className="grid gap-2">
      <FormAlert error={error} />
      {operation.facts.isPausing && mayContinue && (
        <span className="text-muted-foreground text-sm">{decisions.pausing}</span>
      )}
      <span className="flex flex-wrap gap-2">
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
        {canSayUnsent(operation) && (
          <ConfirmAction
            variant="danger-quiet"
            size="sm"
            title={decisions.unsentTitle}
            consequence={decisions.unsentConsequence}
            confirmLabel={decisions.unsent}
            typeToConfirm={operation.intent.assetName}
            done={decisions.unsentDone}
            action={() => decideOperationAction({ operationId: operation.id, decision: "not-sent" })}
          >
            {decisions.unsent}
          </ConfirmAction>
        )}
        {canClose(operation) && (
          <ConfirmAction
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
          </ConfirmAction>
        )}
        {canCancel(operation.state) && (
          <ConfirmAction
            variant="danger-quiet"
            size="sm"
            title={decisions.cancelTitle}
            consequence={decisions.cancelConsequence}
            confirmLabel={decisions.cancel}
            done={decisions.cancelled}
            action={() => decideOperationAction({ operationId: operation.id, decision: "cancel" })}
          >
            {decisions.cancel}
          </ConfirmAction>
        )}
      </span>
    </span>
  );
}
