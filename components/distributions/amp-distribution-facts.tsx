import { Amount } from "@/components/ui/amount";
import { BlockTime } from "@/components/ui/block-time";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import type { AmpDistributionView } from "@/lib/domain/amp-distribution";
import { ampDistributionsText as text } from "@/lib/messages/amp-distributions";
import { commonText } from "@/lib/messages/common";
import { AmpStatus, OwnOperation, TransactionLink } from "./amp-distribution-parts";

const { columns } = text;

/** What AMP says of one distribution as a whole, and of each of its transactions. */
export function AmpDistributionFacts({ view }: { view: AmpDistributionView }) {
  const { asset, distribution, transactions } = view;
  return (
    <Card>
      <CardHeader title={text.one} />
      <CardBody>
        <KeyValues>
          <KeyValue term={columns.distribution}>
            <CopyId value={distribution.distributionUuid} label={text.uuid} full />
          </KeyValue>
          <KeyValue term={columns.status}>
            <AmpStatus status={distribution.status} />
          </KeyValue>
          <KeyValue term={columns.transactions}>
            {transactions.length === 0 && commonText.none}
            {transactions.map(({ txid, status, confirmedAt, blockHeight }) => (
              <div key={txid} className="flex flex-wrap items-center gap-x-4">
                <TransactionLink assetUuid={asset.assetUuid} txid={txid} />
                <AmpStatus status={status} />
                <BlockTime at={confirmedAt} height={blockHeight} className="flex-wrap" />
              </div>
            ))}
          </KeyValue>
          <KeyValue term={columns.recipients}>{distribution.recipients}</KeyValue>
          <KeyValue term={columns.amount}>
            <Amount sats={distribution.totalSats} precision={asset.precision} ticker={asset.ticker} />
          </KeyValue>
          <KeyValue term={columns.run}>
            <OwnOperation assetUuid={asset.assetUuid} operationId={distribution.operationId} />
          </KeyValue>
        </KeyValues>
      </CardBody>
    </Card>
  );
}
