"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useSubmit } from "@/components/data/use-submit";
import { ApprovalRefusal } from "@/components/operations/approval-refusal";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { CopyId } from "@/components/ui/copy-id";
import type { BlindersPreview } from "@/lib/domain/blinders";
import { blindersText } from "@/lib/messages/blinders";
import { routes } from "@/lib/routes";
import { startBlindersAction } from "@/server/actions/blinders";

const { approval: text } = blindersText;

/** The fingerprint of the list, what it means, and one consent. */
export function BlindersApproval({ preview, intentId }: { preview: BlindersPreview; intentId: string }) {
  const { asset, intentHash, canStart } = preview;
  const router = useRouter();
  const [formId] = useState(intentId);
  const [isApproved, setApproved] = useState(false);
  const start = async (input: Parameters<typeof startBlindersAction>[0]) => {
    const result = await startBlindersAction(input);
    // Another operation is open: the page leads there and offers no start any more.
    if (!result.ok && result.error.link) router.refresh();
    return result;
  };
  const { submit, isPending, isDone, error } = useSubmit(start, ({ operationId }) =>
    router.push(routes.supplyOperation(asset.assetUuid, operationId)),
  );
  return (
    <Card>
      <CardHeader title={text.title} />
      <CardBody className="grid gap-3 text-sm">
        <ApprovalRefusal error={error} />
        <p className="text-muted-foreground">{text.consequence}</p>
        <p className="flex flex-wrap items-center gap-x-2 text-muted-foreground text-xs">
          {text.hash}
          <CopyId value={intentHash} label={text.hash} ends={8} />
        </p>
        <Checkbox
          label={text.approve}
          checked={isApproved}
          disabled={!canStart}
          onChange={(event) => setApproved(event.target.checked)}
        />
      </CardBody>
      <CardFooter>
        <Button
          variant="primary"
          disabled={!canStart || !isApproved}
          loading={isPending || isDone}
          onClick={() => submit({ intentId: formId, assetUuid: asset.assetUuid, intentHash })}
        >
          {text.start}
        </Button>
      </CardFooter>
    </Card>
  );
}
