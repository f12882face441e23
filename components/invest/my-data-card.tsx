"use client";

import { useMutation } from "@tanstack/react-query";
import { ConfirmAction } from "@/components/data/confirm-action";
import { ErrorAlert } from "@/components/data/error-alert";
import { getJson, viewOf } from "@/components/data/get-json";
import { Button, buttonVariants } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { investText } from "@/lib/messages/invest";
import { routes } from "@/lib/routes";
import { askForErasure } from "@/server/actions/invest";
import { ScrollText } from "./scroll-text";
import { useInvestorAction, useInvestorPath } from "./signed-in";

const { profile: text } = investText;

/** Everything that is kept about the person: to look at, to take along, to have deleted. */
export function MyDataCard() {
  const erase = useInvestorAction(askForErasure);
  const path = useInvestorPath("/api/invest/data");
  const {
    mutate: show,
    data,
    isPending,
    error,
  } = useMutation({
    mutationFn: () => getJson<unknown>(path),
  });
  return (
    <Card>
      <CardHeader title={text.data} description={text.dataHint} />
      <CardBody className="grid gap-4 text-sm">
        <div className="flex flex-wrap gap-2">
          <Button loading={isPending} onClick={() => show()}>
            {text.show}
          </Button>
          <a href={path} download className={buttonVariants()}>
            {text.download}
          </a>
        </div>
        {error && <ErrorAlert error={viewOf(error)} />}
        {data !== undefined && <ScrollText label={text.shown} text={JSON.stringify(data, null, 2)} />}
        <div className="flex flex-wrap items-center justify-between gap-3 border-border border-t pt-4">
          <p className="max-w-prose text-muted-foreground">{text.eraseHint}</p>
          <ConfirmAction
            variant="danger-quiet"
            title={text.eraseTitle}
            consequence={text.eraseText}
            confirmLabel={text.erase}
            typeToConfirm={text.eraseType}
            action={() => erase({})}
            goTo={() => routes.investAfter("erased")}
            isGone
            done={text.eraseDone}
          >
            {text.erase}
          </ConfirmAction>
        </div>
      </CardBody>
    </Card>
  );
}
