import { BlockTime } from "@/components/ui/block-time";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { Link } from "@/components/ui/link";
import { ScrollArea } from "@/components/ui/scroll-area";
import { type AmpCallDetail, REMOVED } from "@/lib/domain/amp-call";
import { callsText } from "@/lib/messages/calls";
import { routes } from "@/lib/routes";
import { CallStatus } from "./call-status";
import { PersonName } from "./person-name";

const { detail } = callsText;

export function CallView({ call }: { call: AmpCallDetail }) {
  const query = Object.entries(call.query);
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      <Card>
        <CardHeader title={detail.facts} />
        <CardBody>
          <KeyValues>
            <KeyValue term={detail.endpoint}>{call.endpoint ?? detail.unknownEndpoint}</KeyValue>
            <KeyValue term={detail.at}>
              <BlockTime at={call.at} />
            </KeyValue>
            <KeyValue term={detail.status}>
              <CallStatus status={call.status} />
            </KeyValue>
            {call.refusal !== null && <KeyValue term={detail.refusal}>{call.refusal}</KeyValue>}
            <KeyValue term={detail.duration}>{callsText.ms(call.durationMs)}</KeyValue>
            {call.personName !== null && (
              <KeyValue term={detail.person}>
                <PersonName name={call.personName} />
              </KeyValue>
            )}
            {call.operationId !== null && (
              <KeyValue term={detail.operation}>
                <CopyId value={call.operationId} label={callsText.operationIdLabel} />
              </KeyValue>
            )}
            <KeyValue term={detail.requestId}>
              <CopyId value={call.requestId} label={callsText.requestIdLabel} />{" "}
              <Link
                href={routes.auditOf(call.requestId)}
                className="text-link underline-offset-2 hover:underline"
              >
                {detail.entries}
              </Link>
            </KeyValue>
          </KeyValues>
        </CardBody>
      </Card>
      <Card>
        <CardHeader title={detail.body} description={call.body?.includes(REMOVED) && detail.removed} />
        <CardBody className="grid gap-4">
          {query.length > 0 && (
            <KeyValues>
              {query.map(([name, value]) => (
                <KeyValue key={name} term={<code>{name}</code>}>
                  <code className="break-all">{value}</code>
                </KeyValue>
              ))}
            </KeyValues>
          )}
          {call.body === null ? (
            <p>{call.bodyBytes === null ? detail.noBody : detail.bodyTooLong(call.bodyBytes)}</p>
          ) : (
            <ScrollArea
              label={detail.body}
              className="focus-inset max-h-80 overflow-auto rounded-md bg-sunken p-3"
            >
              <pre className="text-xs">{call.body}</pre>
            </ScrollArea>
          )}
          <KeyValues>
            <KeyValue term={detail.answer}>{detail.answered(call.answer, call.answerBytes)}</KeyValue>
          </KeyValues>
        </CardBody>
      </Card>
    </div>
  );
}
