"use client";

import { ErrorAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Button } from "@/components/ui/button";
import { ownershipMomentText } from "@/lib/messages/ownership-moment";
import { readHistoryAgainAction } from "@/server/actions/ownership";

/** Has all of an asset's transactions read once more; the figures and the check follow. */
export function ReadHistoryAgain({ assetUuid }: { assetUuid: string }) {
  const { submit, isPending, error } = useSubmit(readHistoryAgainAction);
  return (
    <>
      {error && <ErrorAlert error={error} />}
      <Button
        size="sm"
        className="justify-self-start"
        loading={isPending}
        onClick={() => submit({ assetUuid })}
      >
        {ownershipMomentText.check.again}
      </Button>
    </>
  );
}
