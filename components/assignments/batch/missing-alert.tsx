"use client";

import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ConfirmButton } from "@/components/ui/confirm-button";
import type { BatchDecision } from "@/lib/domain/assignment-batch";
import type { Result } from "@/lib/errors";
import { assignmentBatchesText } from "@/lib/messages/assignment-batches";

const { page: text } = assignmentBatchesText;

/** The old assignment is gone and the new one was not made: a person chooses, and nothing is left so in silence. */
export function MissingAlert({
  onDecide,
}: {
  onDecide: (decision: BatchDecision) => Promise<Result<unknown>>;
}) {
  const [running, setRunning] = useState<BatchDecision | null>(null);
  const decide = async (decision: BatchDecision) => {
    setRunning(decision);
    await onDecide(decision);
    setRunning(null);
  };
  const button = (decision: "restore" | "retry", label: string) => (
    <Button
      variant={decision === "restore" ? "primary" : "secondary"}
      loading={running === decision}
      disabled={running !== null}
      onClick={() => void decide(decision)}
    >
      {label}
    </Button>
  );
  return (
    <Alert
      tone="danger"
      title={text.missing}
      action={
        <>
          {button("restore", text.restore)}
          {button("retry", text.tryAgain)}
          <ConfirmButton
            variant="ghost"
            dialog={{
              ...{ title: text.leaveTitle, consequence: text.leaveText },
              ...{ confirmLabel: text.leave, onConfirm: () => onDecide("leave") },
            }}
          >
            {text.leave}
          </ConfirmButton>
        </>
      }
    >
      {text.missingText}
    </Alert>
  );
}
