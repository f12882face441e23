import { Alert } from "@/components/ui/alert";
import { BlockTime } from "@/components/ui/block-time";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { Status } from "@/components/ui/status";
import type { KycFacts, RequestRow } from "@/lib/domain/requests";
import { formatUtcDay } from "@/lib/format/times";
import { requestsText } from "@/lib/messages/requests";
import { KycStatus } from "./kyc-status";

const { kyc: text } = requestsText;

export function KycCard({ request }: { request: RequestRow }) {
  const { kyc, kycCheckedAt, isKycStale } = request;
  return (
    <Card>
      <CardHeader
        title={text.title}
        description={text.atRequest}
        actions={
          <span className="text-sm">
            <KycStatus {...request} />
          </span>
        }
      />
      <CardBody className="grid gap-3 py-2">
        <KeyValues>
          <KeyValue term={text.completed}>
            {kyc.completedAt === null ? text.notTold : <BlockTime at={kyc.completedAt} />}
          </KeyValue>
          <KeyValue term={text.validUntil}>
            {kyc.validUntil === null ? text.noEnd : formatUtcDay(kyc.validUntil)}
          </KeyValue>
          <KeyValue term={text.riskLabels}>
            {kyc.riskLabels.length === 0 ? text.noRisk : <RiskLabels labels={kyc.riskLabels} />}
          </KeyValue>
          <KeyValue term={isKycStale ? text.staleSince : text.checked}>
            <BlockTime at={kycCheckedAt} />
          </KeyValue>
        </KeyValues>
        {isKycStale && (
          <Alert tone="blocked" title={text.stale}>
            {text.staleText}
          </Alert>
        )}
      </CardBody>
    </Card>
  );
}

const RiskLabels = ({ labels }: { labels: KycFacts["riskLabels"] }) => (
  <div className="grid gap-1">
    <ul className="grid gap-0.5">
      {labels.map(({ label, category }) => (
        <li key={`${category} ${label}`}>
          <Status tone="blocked" wraps>
            {text.label(label, category)}
          </Status>
        </li>
      ))}
    </ul>
    <p className="text-muted-foreground text-xs">{text.riskHint}</p>
  </div>
);
