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
  const panel = Panel ? <Panel {...props} /> : <WalletSoon />;
  return (
    <Card>
      <CardHeader title={text.orderTitle} />
      <CardBody>
        {isAsked ? (
          panel
        ) : (
          <div className="grid justify-items-start gap-4">
            <ul className="grid max-w-prose list-disc gap-1.5 ps-4 text-sm marker:text-muted-foreground">
              {text.rules.map((rule) => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
            <Button size="lg" variant="primary" onClick={onAsk} className="max-sm:w-full">
              {text.begin}
            </Button>
          </div>
        )}
      </CardBody>
    </Card>
  );
}
