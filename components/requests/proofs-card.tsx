import { Alert } from "@/components/ui/alert";
import { BlockTime } from "@/components/ui/block-time";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { Status } from "@/components/ui/status";
import type { ApprovalPreview, RequestDetails } from "@/lib/domain/requests";
import { requestsText } from "@/lib/messages/requests";

const { proofs: text } = requestsText;

interface ProofsCardProps {
  request: RequestDetails;
  /** AMP's answer of this moment. */
  gaid: ApprovalPreview["gaid"] | null;
}

export function ProofsCard({ request: { address, chainId, bound, sameGaid }, gaid }: ProofsCardProps) {
  return (
    <Card>
      <CardHeader title={text.title} />
      <CardBody className="grid gap-3 py-2">
        <KeyValues>
          <KeyValue term={text.wallet}>
            <CopyId value={address} label={requestsText.wallet} full />
          </KeyValue>
          <KeyValue term={text.chain}>{chainId}</KeyValue>
          <KeyValue term={text.gaid}>
            <CopyId value={bound.gaid} label={requestsText.gaid} full />
          </KeyValue>
          {gaid && (
            <KeyValue term={text.check}>
              <Status tone={gaid.isValid ? "ok" : "danger"} wraps>
                {gaid.isValid ? text.valid : text.invalid}
              </Status>
            </KeyValue>
          )}
          <KeyValue term={text.checkedAt}>
            <BlockTime at={bound.checkedAt} />
          </KeyValue>
          <KeyValue term={text.boundAt}>
            <BlockTime at={bound.boundAt} />
          </KeyValue>
        </KeyValues>
        {sameGaid > 0 && (
          <Alert tone="blocked" title={text.sameGaid(sameGaid)}>
            {text.sameGaidText}
          </Alert>
        )}
        <details className="text-sm">
          <summary className="cursor-pointer rounded-sm py-1 font-medium">{text.show}</summary>
          <p className="mt-2 text-muted-foreground text-xs">{text.text}</p>
          <pre className="whitespace-pre-wrap break-words rounded-md bg-sunken p-3 text-xs">{bound.text}</pre>
          <p className="mt-2 text-muted-foreground text-xs">{text.signature}</p>
          <CopyId value={bound.signature} label={text.signature} full />
        </details>
      </CardBody>
    </Card>
  );
}
