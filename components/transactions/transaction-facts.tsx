import ExternalLink from "lucide-react/icons/external-link";
import { Amount } from "@/components/ui/amount";
import { BlockTime } from "@/components/ui/block-time";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { movementOf, type TransactionView } from "@/lib/domain/transactions";
import { outputsText } from "@/lib/messages/outputs";
import { transactionsText } from "@/lib/messages/transactions";
import { KindBadge } from "./kind-badge";

const { facts: text } = transactionsText;

export function TransactionFacts({ view: { asset, transaction, explorerUrl } }: { view: TransactionView }) {
  const { txid, datetime, blockheight, kind } = transaction;
  const { movedSats, receivers } = movementOf(transaction);
  return (
    <Card>
      <CardHeader title={text.title} />
      <CardBody>
        <KeyValues>
          <KeyValue term={text.txid}>
            <CopyId value={txid} label={outputsText.transaction} full />
          </KeyValue>
          <KeyValue term={text.type}>
            <KindBadge kind={kind} />
          </KeyValue>
          <KeyValue term={text.time}>
            <BlockTime at={blockheight > 0 ? datetime : null} height={blockheight} className="flex-wrap" />
          </KeyValue>
          <KeyValue term={text.moved}>
            <Amount sats={movedSats} precision={asset.precision} ticker={asset.ticker} />
            <p className="text-muted-foreground text-xs">{text.movedHint}</p>
          </KeyValue>
          <KeyValue term={text.receivers}>{receivers}</KeyValue>
          <KeyValue term={text.explorer}>
            {explorerUrl === null ? (
              <span className="text-muted-foreground">{text.noExplorer}</span>
            ) : (
              <a
                href={explorerUrl}
                target="_blank"
                rel="noopener noreferrer"
                className="inline-flex min-h-6 items-center gap-1 text-link underline-offset-2 hover:underline"
              >
                {text.openExplorer}
                <ExternalLink aria-hidden className="size-3.5" />
              </a>
            )}
          </KeyValue>
        </KeyValues>
      </CardBody>
    </Card>
  );
}
