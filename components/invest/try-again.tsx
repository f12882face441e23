"use client";

import { FormAlert } from "@/components/data/error-alert";
import { Button } from "@/components/ui/button";
import { retryWhitelist } from "@/server/actions/invest";
import { useInvestorSubmit } from "./signed-in";

interface TryAgainProps {
  label: string;
  issuer: string;
  /** Beside another action that comes first. */
  isSecond?: boolean;
}

/** Has the service send the transaction that did not succeed once more, or on a chain that it did not serve. */
export function TryAgain({ label, issuer, isSecond = false }: TryAgainProps) {
  const { submit, isPending, error } = useInvestorSubmit(retryWhitelist);
  return (
    <>
      <FormAlert error={error} />
      <div>
        <Button
          size={isSecond ? "md" : "lg"}
          variant={isSecond ? "secondary" : "primary"}
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
