"use client";

import { useState } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { Status } from "@/components/ui/status";
import type { RequestDetails } from "@/lib/domain/requests";
import { requestsText } from "@/lib/messages/requests";
import { openRequestPersonAction } from "@/server/actions/requests";

const { person: text } = requestsText;

/** Masked until somebody asks; what was opened leaves with the page. */
export function PersonCard({ request }: { request: RequestDetails }) {
  const [opened, setOpened] = useState<RequestDetails["maskedPerson"]>();
  const { submit, isPending, error } = useSubmit(openRequestPersonAction, setOpened, { rereads: false });
  const { name, verifiedName, email, isCompany } = opened ?? request.maskedPerson;
  return (
    <Card>
      <CardHeader
        title={text.title}
        description={opened ? text.opened : text.masked}
        actions={
          !opened && (
            <Button size="sm" loading={isPending} onClick={() => submit({ requestId: request.id })}>
              {text.open}
            </Button>
          )
        }
      />
      <CardBody className="grid gap-3 py-2">
        <FormAlert error={error} fieldNames={[]} />
        <KeyValues>
          <KeyValue term={text.name}>{name}</KeyValue>
          <KeyValue term={text.verifiedName}>
            {verifiedName ?? <Status tone="blocked">{text.unconfirmed}</Status>}
          </KeyValue>
          <KeyValue term={text.email}>{email ?? text.noEmail}</KeyValue>
          <KeyValue term={text.kind}>{isCompany ? text.kinds.company : text.kinds.person}</KeyValue>
        </KeyValues>
      </CardBody>
    </Card>
  );
}
