"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { useLazy } from "@/components/ui/use-lazy";
import { autoInvestText as text } from "@/lib/messages/invest-pages";
import type { OrderPanelProps } from "./wallet/order-panel";
import { WalletMissing } from "./wallet-missing";
import { WalletSoon } from "./wallet-soon";

const load = () =>
  import("./wallet/order-panel").then(
    (module) => module.OrderPanel,
    () => WalletMissing,
  );

/** The wallet code comes when somebody wants to place an order. */
export function NewOrder(props: OrderPanelProps) {
  const [Panel, request] = useLazy(load);
  const [isAsked, setAsked] = useState(false);
  const onAsk = () => {
    setAsked(true);
    request();
  };
  return (
    <Card>
      <CardHeader title={text.orderTitle} />
      <CardBody>
        {!isAsked && (
          <Button size="lg" variant="primary" onClick={onAsk} className="max-sm:w-full">
            {text.begin}
          </Button>
        )}
        {isAsked && (Panel ? <Panel {...props} /> : <WalletSoon />)}
      </CardBody>
    </Card>
  );
}
