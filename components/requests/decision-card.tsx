import { BlockTime } from "@/components/ui/block-time";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { Link } from "@/components/ui/link";
import type { RequestDetails } from "@/lib/domain/requests";
import { requestsText } from "@/lib/messages/requests";
import { routes } from "@/lib/routes";
import { RequestStatus } from "./request-status";

const { decision: text, approval, alert } = requestsText;

/** What became of a request. */
export function DecisionCard({ request, userName }: { request: RequestDetails; userName: string | null }) {
  const { state, decidedAt, decidedBy, reason, ampUserId, kycAnswer } = request;
  return (
    <Card>
      <CardHeader title={text.title} actions={<RequestStatus state={state} />} />
      <CardBody className="grid gap-3 py-2 text-sm">
        <KeyValues>
          {decidedBy !== null && <KeyValue term={text.by}>{decidedBy}</KeyValue>}
          {decidedAt !== null && (
            <KeyValue term={text.at}>
              <BlockTime at={decidedAt} />
            </KeyValue>
          )}
          {state === "declined" && reason !== null && <KeyValue term={text.reason}>{reason}</KeyValue>}
          {ampUserId !== null && (
            <KeyValue term={approval.approvedAs}>
              <Link href={routes.user(ampUserId)} className="underline">
                {userName ?? ampUserId}
              </Link>
            </KeyValue>
          )}
        </KeyValues>
        {kycAnswer !== null && <p>{alert.answers[kycAnswer]}</p>}
      </CardBody>
    </Card>
  );
}
