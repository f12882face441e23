"use client";

import { ConfirmAction } from "@/components/data/confirm-action";
import { FormAlert } from "@/components/data/error-alert";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { investText } from "@/lib/messages/invest";
import { routes } from "@/lib/routes";
import { signOutInvestor } from "@/server/actions/invest";
import { useInvestorAction, useInvestorSubmit } from "./signed-in";

const { profile: text } = investText;

export function SignOutCard() {
  const signOut = useInvestorAction(signOutInvestor);
  const leave = () => window.location.assign(routes.investAfter("signed-out"));
  const { submit, isPending, isDone, error } = useInvestorSubmit(signOutInvestor, leave, {
    rereads: false,
  });
  return (
    <Card>
      <CardHeader title={text.sessions} />
      <CardBody className="grid gap-4 text-sm">
        <FormAlert error={error} />
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-muted-foreground">{text.signOutHint}</p>
          <Button loading={isPending || isDone} onClick={() => submit({ everywhere: false })}>
            {text.signOut}
          </Button>
        </div>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-muted-foreground">{text.everywhereHint}</p>
          <ConfirmAction
            title={text.everywhereTitle}
            consequence={text.everywhereText}
            confirmLabel={text.everywhere}
            tone="primary"
            action={() => signOut({ everywhere: true })}
            goTo={({ isServiceEnded }) =>
              routes.investAfter(isServiceEnded ? "signed-out" : "signed-out-of-portal")
            }
            done={text.everywhereDone}
          >
            {text.everywhere}
          </ConfirmAction>
        </div>
      </CardBody>
    </Card>
  );
}
