"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import type { Address } from "viem";
import { ErrorAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { formatUtcClock } from "@/lib/format/times";
import { walletText } from "@/lib/messages/invest-wallet";
import { finishSignIn, startSignIn } from "@/server/actions/invest";
import { TextBox } from "../text-box";
import { WalletSoon } from "../wallet-soon";
import { ProblemAlert } from "./problem-alert";
import { useSignature } from "./use-signature";

interface SignInTextProps {
  address: Address;
  chainId: number;
  issuer: string | null;
}

interface Asked {
  text: string;
  expiresAt: Date;
}

/** Shows the server's text in full, has the wallet sign it, and hands the signature in. */
export function SignInText({ address, chainId, issuer }: SignInTextProps) {
  const router = useRouter();
  const [asked, setAsked] = useState<Asked>();
  const start = useSubmit(startSignIn, setAsked, { rereads: false });
  const finish = useSubmit(finishSignIn, ({ next }) => router.push(next as Route));
  const { sign, isPending: isSigning, error: refusal, giveUp } = useSignature();
  const isOver = useIsOver(asked?.expiresAt);
  const { submit } = start;
  const renew = useCallback(
    () => submit({ address, chainId, ...(issuer ? { issuer } : {}) }),
    [submit, address, chainId, issuer],
  );
  useEffect(renew, [renew]);

  const onRenew = () => {
    giveUp();
    finish.reset();
    renew();
  };
  const onSign = async () => {
    if (!asked) return;
    const signature = await sign(address, asked.text);
    if (signature) finish.submit({ signature });
  };

  if (start.error)
    return <ErrorAlert error={start.error} action={<Button onClick={onRenew}>{walletText.retry}</Button>} />;
  if (!asked) return <WalletSoon words={walletText.text.asking} />;
  const isFinishing = finish.isPending || finish.isDone;
  const needsNew = isOver || finish.error !== null;
  return (
    <div className="grid gap-3">
      <TextBox title={walletText.text.title} hint={walletText.text.hint} text={asked.text} />
      <p className="text-muted-foreground text-xs">
        {walletText.text.until(formatUtcClock(asked.expiresAt))}
      </p>
      <ProblemAlert error={refusal} />
      {finish.error && <ErrorAlert error={finish.error} />}
      {isOver && !isFinishing && <Alert tone="waiting" title={walletText.text.expired} />}
      {(isSigning || isFinishing) && (
        <WalletSoon words={isSigning ? walletText.text.signing : walletText.text.finishing} />
      )}
      {needsNew && !isFinishing ? (
        <Button size="lg" variant="primary" loading={start.isPending} onClick={onRenew}>
          {walletText.text.renew}
        </Button>
      ) : (
        <Button size="lg" variant="primary" loading={isSigning || isFinishing} onClick={onSign}>
          {walletText.text.sign}
        </Button>
      )}
    </div>
  );
}

/** Whether the time has come; renders once when it does. */
function useIsOver(at: Date | undefined): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    setOver(false);
    if (!at) return;
    const timer = setTimeout(() => setOver(true), at.getTime() - Date.now());
    return () => clearTimeout(timer);
  }, [at]);
  return isOver;
}
