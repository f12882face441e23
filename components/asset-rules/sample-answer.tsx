import { Alert } from "@/components/ui/alert";
import type { Tone } from "@/components/ui/badge";
import { CardBody } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { isToBeRejected, type SampleResult } from "@/lib/domain/authorizer-sample";
import { assetRulesText } from "@/lib/messages/asset-rules";

const { tester: text } = assetRulesText;
const dangers: Partial<Record<SampleResult["kind"], string>> = text.dangers;

/** What an endpoint decided about a sample, how long it took, and its answer letter by letter. */
export function SampleAnswer({ result }: { result: SampleResult }) {
  const { kind, verdict, reason, status, durationMs, answer, signer, url } = result;
  return (
    <CardBody className="grid gap-4 border-border border-t">
      <h3 className="sr-only">{text.result}</h3>
      <Alert tone={toneOf(result)} title={text.verdicts[verdict]}>
        {isToBeRejected(kind) && (verdict === "approved" ? dangers[kind] : text.asExpected)}
      </Alert>
      <KeyValues>
        <KeyValue term={text.url}>
          <code className="break-all text-xs">{url}</code>
        </KeyValue>
        <KeyValue term={text.reason}>{reason || text.noReason}</KeyValue>
        <KeyValue term={text.status}>{status ?? text.noStatus}</KeyValue>
        <KeyValue term={text.time}>
          {text.ms(durationMs)}
          <span className="block text-muted-foreground text-xs">{text.slow}</span>
        </KeyValue>
        <KeyValue term={text.signer}>
          <CopyId value={signer.address} label={text.signerLabel} full />
          <span className="block text-muted-foreground text-xs">
            {signer.isAmp ? text.signedByAmp : text.signedByDesk}
          </span>
        </KeyValue>
      </KeyValues>
      {answer !== null && (
        <section className="grid gap-1.5">
          <h4 className="font-medium text-sm">{text.raw}</h4>
          <pre className="max-h-60 overflow-auto whitespace-pre-wrap break-all rounded-md bg-sunken p-2.5 text-xs">
            {answer || text.noRaw}
          </pre>
        </section>
      )}
    </CardBody>
  );
}

function toneOf({ kind, verdict }: SampleResult): Tone {
  if (isToBeRejected(kind)) return verdict === "approved" ? "danger" : "ok";
  if (verdict === "approved") return "ok";
  return verdict === "rejected" ? "neutral" : "waiting";
}
