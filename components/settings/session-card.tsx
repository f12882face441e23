import { EnvironmentBadge } from "@/components/shell/environment-badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import type { Actor } from "@/lib/domain/actor";
import { commonText } from "@/lib/messages/common";
import { settingsText } from "@/lib/messages/settings";

const { session: text } = settingsText;

export function SessionCard({ actor }: { actor: Actor }) {
  return (
    <Card>
      <CardHeader title={text.title} description={text.description} />
      <CardBody className="py-2">
        <KeyValues>
          <KeyValue term={text.signedInAs}>{actor.personName}</KeyValue>
          <KeyValue term={text.account}>{actor.accountName ?? commonText.unnamedAccount}</KeyValue>
          <KeyValue term={text.role}>{commonText.roles[actor.role]}</KeyValue>
          <KeyValue term={text.environment}>
            <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <EnvironmentBadge environment={actor.environment} />
              <span className="text-muted-foreground">{commonText.environmentHints[actor.environment]}</span>
            </span>
          </KeyValue>
          <KeyValue term={text.token}>{text.tokenText}</KeyValue>
        </KeyValues>
      </CardBody>
    </Card>
  );
}
