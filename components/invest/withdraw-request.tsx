"use client";

import { useState } from "react";
import { ConfirmAction } from "@/components/data/confirm-action";
import { investText } from "@/lib/messages/invest";
import { randomId } from "@/lib/random-id";
import { withdrawRequest } from "@/server/actions/invest";
import { useInvestorAction } from "./signed-in";

const { request: text } = investText;

export function WithdrawRequest({ requestId }: { requestId: string }) {
  const withdraw = useInvestorAction(withdrawRequest);
  const [intentId] = useState(randomId);
  return (
    <div>
      <ConfirmAction
        variant="danger-quiet"
        title={text.withdrawTitle}
        consequence={text.withdrawText}
        confirmLabel={text.withdraw}
        action={() => withdraw({ intentId, requestId })}
        done={text.withdrawn}
      >
        {text.withdraw}
      </ConfirmAction>
    </div>
  );
}
