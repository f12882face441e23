"use client";

import { type FocusEvent, type FormEvent, useState } from "react";
import { askProblems } from "@/components/operations/field-problems";
import { useProblems } from "@/components/operations/use-problems";
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
  sats: bigint;
}

interface LbtcFormProps {
  walletSats: bigint | null;
  onReview: (draft: LbtcDraft) => void;
}

interface Problems {
  address: string;
  amount: string;
}

export const lbtcPreviewPath = ({ address, sats }: LbtcDraft): string =>
  `/api/treasury/lbtc-preview?sats=${sats}&address=${encodeURIComponent(address)}`;

/** To whom and how much. What the node says against either stands at its field. */
export function LbtcForm({ walletSats, onReview }: LbtcFormProps) {
  const { problems, look, leave, forget } = useProblems<Problems>();
  const [isAsking, setAsking] = useState(false);
  const ask = (event: FocusEvent<HTMLFormElement>) =>
    leave(event, () => askOfNode(enteredIn(event.currentTarget)));
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entered = enteredIn(event.currentTarget);
    setAsking(true);
    const found = await look(askOfNode(entered).then((asked) => ({ ...asked, ...missingIn(entered) })));
    setAsking(false);
    if (found && Object.keys(found).length === 0)
      onReview({ address: entered.address, sats: entered.sats ?? 0n });
  };
  return (
    <Card className="max-w-2xl">
      <form method="dialog" onSubmit={send} onBlur={ask} onInput={forget} noValidate>
        <CardHeader title={text.title} />
        <CardBody className="grid gap-4">
          {walletSats !== null && (
            <p className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
              <span className="text-muted-foreground">{text.inWallet}</span>
              <Amount sats={walletSats} {...LBTC} className="font-medium" />
            </p>
          )}
          <Field label={text.address} hint={text.addressHint} error={problems.address}>
            <Input name="address" autoComplete="off" spellCheck={false} />
          </Field>
          <Field label={text.amount} hint={text.amountHint} error={problems.amount}>
            <AmountInput name="amount" {...LBTC} />
          </Field>
        </CardBody>
        <CardFooter>
          <Button type="submit" variant="primary" loading={isAsking}>
            {text.review}
          </Button>
        </CardFooter>
      </form>
    </Card>
  );
}

function enteredIn(form: HTMLFormElement) {
  const data = new FormData(form);
  const typed = String(data.get("amount") ?? "");
  return { address: String(data.get("address") ?? "").trim(), ...parseAmountInput(typed, LBTC.precision) };
}

type Entered = ReturnType<typeof enteredIn>;

function missingIn({ address, sats, error }: Entered): Partial<Problems> {
  const amount = error ? uiText.amountProblem(error, LBTC.precision) : sats === 0n && text.zero;
  return { ...(address === "" ? { address: text.noAddress } : {}), ...(amount ? { amount } : {}) };
}

/** Of what is not entered yet, the node has nothing to say. */
async function askOfNode({ address, sats = 0n }: Entered): Promise<Partial<Problems>> {
  if (address === "" && sats === 0n) return {};
  return askProblems<keyof Problems>(lbtcPreviewPath({ address, sats }), {
    ...(address === "" ? {} : { "address-valid": "address" }),
    ...(sats === 0n ? {} : { "lbtc-funds": "amount" }),
  });
}
