"use client";

import { FormAlert } from "@/components/data/error-alert";
import { Button } from "@/components/ui/button";
import { investText } from "@/lib/messages/invest";
import { startKyc } from "@/server/actions/invest";
import { useInvestorSubmit } from "./signed-in";
import { TestIdentity } from "./test-identity";

const { identity: text } = investText;

/** Leads to the verifier in this very tab; its last page leads back here. */
export function StartKyc({ label, isTestOffered }: { label: string; isTestOffered: boolean }) {
  const { submit, isPending, isDone, error } = useInvestorSubmit(
    startKyc,
    ({ url }) => window.location.assign(url),
    { rereads: false },
  );
  return (
    <>
      <FormAlert error={error} />
      <p className="max-w-prose text-muted-foreground text-sm">{text.before}</p>
      <div className="flex flex-wrap items-center gap-3">
        <Button
          size="lg"
          variant="primary"
          loading={isPending || isDone}
          onClick={() => submit({})}
          className="max-sm:w-full"
        >
          {label}
        </Button>
        <span role="status" className="text-muted-foreground text-sm">
          {isDone && text.leaving}
        </span>
      </div>
      {isTestOffered && <TestIdentity />}
    </>
  );
}
