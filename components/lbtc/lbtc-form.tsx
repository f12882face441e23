"use client";

import { type FormEvent, useState } from "react";
import { Amount } from "@/components/ui/amount";
import { AmountInput } from "@/components/ui/amount-input";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { LBTC } from "@/lib/domain/treasury";
import { parseAmountInput } from "@/lib/format/amounts";
import { lbtcText } from "@/lib/messages/lbtc";
import { uiText } from "@/lib/messages/ui";

const { form: text } = lbtcText;

export interface LbtcDraft {
  address: string;
  typed: string;
  sats: bigint;
}

interface LbtcFormProps {
  /** What was entered before the review, when a person comes back from it. */
  draft: LbtcDraft | null;
  walletSats: bigint | null;
  onReview: (draft: LbtcDraft) => void;
}

/** To whom and how much. Nothing is asked of the node here. */
export function LbtcForm({ draft, walletSats, onReview }: LbtcFormProps) {
  const [problems, setProblems] = useState<{ address?: string; amount?: string }>({});
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const [address, typed] = [String(data.get("address") ?? "").trim(), String(data.get("amount") ?? "")];
    const { sats, error } = parseAmountInput(typed, LBTC.precision);
    const amount = error ? uiText.amountProblem(error, LBTC.precision) : sats === 0n && text.zero;
    const found = {
      ...(address === "" ? { address: text.noAddress } : {}),
      ...(amount ? { amount } : {}),
    };
    setProblems(found);
    if (Object.keys(found).length === 0) onReview({ address, typed, sats: sats ?? 0n });
  };
  return (
    <Card className="max-w-2xl">
      <form method="post" onSubmit={send} noValidate>
        <CardHeader title={text.title} />
        <CardBody className="grid gap-4">
          {walletSats !== null && (
            <p className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
              <span className="text-muted-foreground">{text.inWallet}</span>
              <Amount sats={walletSats} {...LBTC} className="font-medium" />
            </p>
          )}
          <Field label={text.address} hint={text.addressHint} error={problems.address}>
            <Input name="address" autoComplete="off" spellCheck={false} defaultValue={draft?.address ?? ""} />
          </Field>
          <Field label={text.amount} hint={text.amountHint} error={problems.amount}>
            <AmountInput name="amount" {...LBTC} defaultValue={draft?.typed ?? ""} />
          </Field>
        </CardBody>
        <CardFooter>
          <Button type="submit" variant="primary">
            {text.review}
          </Button>
        </CardFooter>
      </form>
    </Card>
  );
}
