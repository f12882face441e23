"use client";

import { type ComponentProps, useEffect, useRef, useState } from "react";
import { ConfirmAction } from "@/components/data/confirm-action";
import { Alert } from "@/components/ui/alert";
import { operationsText } from "@/lib/messages/operations";

interface DecisionProps extends ComponentProps<typeof ConfirmAction> {
  /** Whether it can be decided in the state the operation is in. */
  isOffered: boolean;
}

/**
 * A question about an operation, which goes on while somebody reads it: an open one stays until it is answered or closed, as
 * it was asked, and says that it is too late.
 */
export function Decision({ isOffered, ...now }: DecisionProps) {
  const asked = useRef<typeof now>(null);
  const [isAnswered, setAnswered] = useState(false);
  useEffect(() => {
    if (isOffered) asked.current = now;
  });
  const question = isOffered ? now : asked.current;
  if (!question) return null;
  const action = async () => {
    setAnswered(true); // what becomes of the operation now may be of this answer
    const result = await question.action();
    if (!result.ok) setAnswered(false);
    return result;
  };
  const isLate = !isOffered && !isAnswered;
  return (
    <ConfirmAction
      {...question}
      action={action}
      hidden={!isOffered}
      isReady={!isLate}
      consequence={
        <div className="grid gap-3">
          <div>{question.consequence}</div>
          {isLate && <Alert tone="waiting" title={operationsText.run.tooLate} />}
        </div>
      }
    />
  );
}
