import { MadeTransaction } from "@/components/operations/made-transaction";
import { RunFacts } from "@/components/operations/run-parts";
import { Amount } from "@/components/ui/amount";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import type { OperationView } from "@/lib/domain/operation";
import { type SupplyKind, supplyAfter } from "@/lib/domain/supply";
import { operationsText } from "@/lib/messages/operations";
import { supplyText } from "@/lib/messages/supply";

const { run: text } = supplyText;

/** What was approved and what is known of it. */
export function SupplyFacts({ operation }: { operation: OperationView<SupplyKind> }) {
  const { kind, intent, facts } = operation;
  const unit = { precision: intent.precision, ticker: intent.ticker };
  return (
    <div className="grid gap-5">
      <Card>
        <CardHeader title={operationsText.run.approved} />
        <CardBody>
          <KeyValues>
            <KeyValue term={text.asset}>{intent.assetName}</KeyValue>
            <KeyValue term={text.amount[kind]}>
              <Amount sats={intent.totalSats} {...unit} className="font-medium" />
            </KeyValue>
            <KeyValue term={text.before}>
              <Amount sats={intent.supplySats} {...unit} />
            </KeyValue>
            <KeyValue term={text.after}>
              <Amount sats={supplyAfter(kind, intent)} {...unit} />
            </KeyValue>
          </KeyValues>
        </CardBody>
      </Card>
      <RunFacts operation={operation}>
        {facts.supply && (
          <KeyValue term={operationsText.run.order}>
            {text.orderOutputs(facts.supply.outpoints.length)}
          </KeyValue>
        )}
        <MadeTransaction operation={operation} />
      </RunFacts>
    </div>
  );
}
