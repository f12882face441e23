import { Status } from "@/components/ui/status";
import type { RequestRow } from "@/lib/domain/requests";
import { requestsText } from "@/lib/messages/requests";

const { kyc: text, alert: alertText } = requestsText;

type KycStatusProps = Pick<RequestRow, "kyc" | "kycAgeDays" | "kycAlert" | "isKycStale">;

/** The worst that is known of an identity, in a word. */
export function KycStatus({ kyc, kycAgeDays, kycAlert: alert, isKycStale }: KycStatusProps) {
  if (alert !== null)
    return (
      <Status tone="danger" wraps>
        {alertText.titles[alert]}
      </Status>
    );
  if (kyc.riskLabels.length > 0) return <Status tone="blocked">{text.risk(kyc.riskLabels.length)}</Status>;
  if (isKycStale) return <Status tone="blocked">{text.stale}</Status>;
  return <Status tone="ok">{ageOf(kycAgeDays)}</Status>;
}

function ageOf(days: number | null): string {
  if (days === null) return text.completed;
  return days === 0 ? text.verifiedToday : text.verified(text.verifiedDays(days));
}
