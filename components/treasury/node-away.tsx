import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import type { ErrorView } from "@/lib/errors";
import { failuresText } from "@/lib/messages/failures";
import { treasuryText } from "@/lib/messages/treasury";

/** In place of the node's figures: what happened, and what becomes of operations meanwhile. */
export function NodeAway({ problem, action }: { problem: ErrorView; action: ReactNode }) {
  const isAway = problem.code === "UNAVAILABLE";
  return (
    <Alert
      tone={isAway ? "waiting" : "blocked"}
      title={problem.message}
      safe={isAway && treasuryText.nodeAway}
      action={action}
      reference={failuresText.reference(problem.requestId)}
    />
  );
}
