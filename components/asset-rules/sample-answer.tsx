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
        {isToBeRejected(kind) && meaningOf(result)}
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

/** A plain address may have been rejected for this desk's signature alone: then its own rule was never asked. */
const isInDoubt = ({ kind, verdict, signer }: SampleResult): boolean =>
  verdict === "unusable" || (kind === "plain-address" && verdict === "rejected" && !signer.isAmp);

/** Of what a careful endpoint rejects. */
function meaningOf(result: SampleResult): string | undefined {
  const { kind, verdict } = result;
  if (verdict === "approved") return dangers[kind];
  if (!isInDoubt(result)) return text.asExpected;
  return verdict === "unusable" ? text.untested : text.perhapsSignature;
}

function toneOf(result: SampleResult): Tone {
  const { kind, verdict } = result;
  if (isInDoubt(result)) return "waiting";
  if (isToBeRejected(kind)) return verdict === "approved" ? "danger" : "ok";
  return verdict === "approved" ? "ok" : "neutral";
}
