import { Amount } from "@/components/ui/amount";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { isUnsent, type OperationView } from "@/lib/domain/operation";
import { type SupplyKind, supplyAfter } from "@/lib/domain/supply";
import { locale } from "@/lib/messages/locale";
import { supplyText } from "@/lib/messages/supply";

const { run: text } = supplyText;

/** What was approved and what is known of it. */
export function SupplyFacts({ operation }: { operation: OperationView<SupplyKind> }) {
  const { kind, intent, facts } = operation;
  const unit = { precision: intent.precision, ticker: intent.ticker };
  return (
    <div className="grid gap-5">
      <Card>
        <CardHeader title={text.approved} />
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
      <Card>
        <CardHeader title={text.facts} />
        <CardBody>
          <KeyValues>
            <KeyValue term={text.operation}>
              <CopyId value={operation.id} label={text.operation} ends={8} />
            </KeyValue>
            <KeyValue term={text.approvedBy}>{operation.requestedBy}</KeyValue>
            <KeyValue term={text.hash}>
              <CopyId value={operation.intentHash} label={text.hash} ends={8} />
            </KeyValue>
            {facts.supply && (
              <KeyValue term={text.order}>{text.orderOutputs(facts.supply.outpoints.length)}</KeyValue>
            )}
            {facts.txid && (
              <KeyValue term={text.txid}>
                <CopyId value={facts.txid} label={text.txid} ends={10} />
                {isUnsent(operation.state) && (
                  <p className="text-muted-foreground text-xs">{text.notBroadcast}</p>
                )}
              </KeyValue>
            )}
            {facts.blockHeight !== undefined && (
              <KeyValue term={text.block}>{facts.blockHeight.toLocaleString(locale)}</KeyValue>
            )}
          </KeyValues>
        </CardBody>
      </Card>
    </div>
  );
}
