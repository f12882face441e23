"use client";

import type { Route } from "next";
import { useState } from "react";
import { ConfirmAction } from "@/components/data/confirm-action";
import { canStartByHand } from "@/lib/domain/by-hand-decisions";
import type { Check } from "@/lib/domain/distribution";
import type { Result } from "@/lib/errors";
import { startByHandText as text } from "@/lib/messages/start-by-hand";
import { randomId } from "@/lib/random-id";

interface StartByHandProps {
  assetName: string;
  checks: readonly Check[];
  /** Carried out once for its id. */
  action: (intentId: string) => Promise<Result<{ operationId: string }>>;
  goTo: (operationId: string) => Route;
}

/** The same approval, with the order run elsewhere: the desk's own wallet need not be able to send. */
export function StartByHand({ assetName, checks, action, goTo }: StartByHandProps) {
  const [intentId] = useState(randomId);
  return (
    <ConfirmAction
      tone="primary"
      disabled={!canStartByHand(checks)}
      title={text.title}
      consequence={text.consequence}
      confirmLabel={text.button}
      typeToConfirm={assetName}
      done={text.done}
      action={() => action(intentId)}
      goTo={({ operationId }) => goTo(operationId)}
    >
      {text.button}
    </ConfirmAction>
  );
}
