"use client";

import { FormAlert } from "@/components/data/error-alert";
import { Button } from "@/components/ui/button";
import { retryWhitelist } from "@/server/actions/invest";
import { useInvestorSubmit } from "./signed-in";

/** Has the service send the transaction that did not succeed once more. */
export function TryAgain({ label, issuer }: { label: string; issuer: string }) {
  const { submit, isPending, error } = useInvestorSubmit(retryWhitelist);
  return (
    <>
      <FormAlert error={error} />
      <div>
        <Button
          size="lg"
          variant="primary"
          loading={isPending}
          onClick={() => submit({ issuer })}
          className="max-sm:w-full"
        >
          {label}
        </Button>
      </div>
    </>
  );
}
