"use client";

import { useState } from "react";
import { ConfirmAction } from "@/components/data/confirm-action";
import { AfterCancel } from "@/components/operations/after-cancel";
import { Amount } from "@/components/ui/amount";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { Link } from "@/components/ui/link";
import type { ShownOrder } from "@/lib/domain/foreign-order";
import { MAX_RECIPIENTS } from "@/lib/domain/operation";
import { foreignOrdersText as text } from "@/lib/messages/foreign-orders";
import { randomId } from "@/lib/random-id";
import { routes } from "@/lib/routes";
import { adoptOrderAction } from "@/server/actions/by-hand";
import { rowsOfIntent } from "./intent-paths";
import { IntentTable } from "./intent-table";

/** One such order, with what can be done about it. */
export function ForeignOrderCard({ order, isBusy }: { order: ShownOrder; isBusy: boolean }) {
  const { intent, intentHash, distributionUuid } = order;
  const { assetUuid, assetName, precision, ticker, totalSats } = intent;
  const recipients = intent.assignments.total;
  const [ids] = useState(() => ({ follow: randomId(), cancel: randomId() }));
  const adopt = (wish: "follow" | "cancel") => () =>
    adoptOrderAction({ intentId: ids[wish], assetUuid, distributionUuid, intentHash, wish });
  const toOperation = ({ operationId }: { operationId: string }) =>
    routes.distribution(assetUuid, operationId);
  return (
    <>
      <Card>
        <CardHeader title={text.of(recipients)} description={isBusy ? text.busy : undefined} />
        <CardBody className="grid gap-4 text-sm">
          <KeyValues>
            <KeyValue term={text.uuid}>
              <CopyId value={distributionUuid} label={text.uuid} ends={8} />
            </KeyValue>
            <KeyValue term={order.leftBy === null ? text.origin : text.leftBy}>
              {order.leftBy === null ? (
                text.notFromHere
              ) : (
                <Link
                  className="text-link underline-offset-2 hover:underline"
                  href={routes.distribution(assetUuid, order.leftBy)}
                >
                  {text.ofOperation(order.leftBy.slice(0, 8))}
                </Link>
              )}
            </KeyValue>
            <KeyValue term={text.total}>
              <Amount sats={totalSats} precision={precision} ticker={ticker} />
            </KeyValue>
            <KeyValue term={text.hash}>
              <CopyId value={intentHash} label={text.hash} ends={8} />
            </KeyValue>
          </KeyValues>
          {recipients > MAX_RECIPIENTS && <p>{text.tooLong(recipients, MAX_RECIPIENTS)}</p>}
          <div className="flex flex-wrap gap-2">
            <ConfirmAction
              variant="primary"
              tone="primary"
              disabled={isBusy}
              title={text.adoptTitle}
              consequence={text.adoptConsequence}
              confirmLabel={text.adopt}
              done={text.adopted}
              action={adopt("follow")}
              goTo={toOperation}
            >
              {text.adopt}
            </ConfirmAction>
            <ConfirmAction
              variant="danger-quiet"
              disabled={isBusy}
              title={text.cancelTitle}
              consequence={
                <>
                  {text.cancelConsequence}
                  <AfterCancel />
                </>
              }
              confirmLabel={text.cancel}
              typeToConfirm={assetName}
              done={text.cancelled}
              action={adopt("cancel")}
              goTo={toOperation}
            >
              {text.cancel}
            </ConfirmAction>
          </div>
        </CardBody>
      </Card>
      <IntentTable
        intent={intent}
        pathBehind={rowsOfIntent(assetUuid, intentHash, distributionUuid)}
        title={text.list}
      />
    </>
  );
}
