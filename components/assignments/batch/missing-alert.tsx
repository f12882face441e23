"use client";

import { Alert } from "@/components/ui/alert";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { assignmentBatchesText } from "@/lib/messages/assignment-batches";
import { BatchMove, type Deciding } from "./batch-move";

const { page: text } = assignmentBatchesText;

/** The old assignment is gone and the new one was not made: a person chooses, and nothing is left so in silence. */
export function MissingAlert(deciding: Deciding) {
  return (
    <Alert
      tone="danger"
      title={text.missing}
      action={
        <>
          <BatchMove {...deciding} decision="restore" label={text.restore} variant="primary" />
          <BatchMove {...deciding} decision="retry" label={text.tryAgain} />
          <ConfirmButton
            variant="ghost"
            disabled={deciding.asked !== null}
            dialog={{
              ...{ title: text.leaveTitle, consequence: text.leaveText },
              ...{ confirmLabel: text.leave, onConfirm: () => deciding.decide("leave") },
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
