"use client";

import { useState } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card, CardBody } from "@/components/ui/card";
import type { OfferedChain } from "@/lib/domain/investor";
import { faucetText as text } from "@/lib/messages/invest-pages";
import { notify } from "@/lib/notify";
import { requestCoins } from "@/server/actions/invest-chain";
import { captchaToken } from "./captcha";
import { useInvestorSubmit } from "./signed-in";

interface CoinsFormProps {
  chains: readonly OfferedChain[];
  /** null: no captcha is asked for. */
  recaptchaSiteKey: string | null;
}

/** One button for each test network that gives coins away. */
export function CoinsForm({ chains, recaptchaSiteKey }: CoinsFormProps) {
  const [asked, setAsked] = useState<number>();
  const [isBlocked, setBlocked] = useState(false);
  const { submit, isPending, error } = useInvestorSubmit(requestCoins, () =>
    notify({ tone: "ok", title: text.asked }),
  );
  const [isProving, setProving] = useState(false);
  const onGet = async (chainId: number) => {
    setAsked(chainId);
    setProving(true);
    const token = recaptchaSiteKey ? await captchaToken(recaptchaSiteKey).catch(() => undefined) : null;
    setProving(false);
    setBlocked(token === undefined);
    if (token !== undefined) submit({ chainId, reCaptchaToken: token });
  };
  return (
    <Card>
      <CardBody className="grid gap-4 text-sm">
        <p>{text.note}</p>
        <FormAlert error={error} />
        {isBlocked && <Alert tone="blocked" title={text.captchaFailed} />}
        <div className="flex flex-wrap gap-2">
          {chains.map(({ chainId, name }) => (
            <Button
              key={chainId}
              size="lg"
              variant="primary"
              loading={(isPending || isProving) && asked === chainId}
              onClick={() => onGet(chainId)}
              className="max-sm:w-full"
            >
              {text.get(name)}
            </Button>
          ))}
        </div>
        {recaptchaSiteKey && <p className="text-muted-foreground text-xs">{text.captcha}</p>}
      </CardBody>
    </Card>
  );
}
