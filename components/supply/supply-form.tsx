"use client";

import { type FormEvent, useState } from "react";
import { Amount } from "@/components/ui/amount";
import { AmountInput } from "@/components/ui/amount-input";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { SupplyKind } from "@/lib/domain/supply";
import type { SupplyFigures } from "@/lib/domain/supply-state";
import { parseAmountInput } from "@/lib/format/amounts";
import { supplyText } from "@/lib/messages/supply";
import { uiText } from "@/lib/messages/ui";

interface SupplyFormProps {
  kind: SupplyKind;
  asset: Asset;
  figures: SupplyFigures;
  /** What was typed before the review, when a person comes back from it. */
  typed: string;
  onReview: (draft: { kind: SupplyKind; typed: string; sats: bigint }) => void;
}

/** What a reissuance or a burn means, and the amount. Nothing is asked of AMP or the node here. */
export function SupplyForm({ kind, asset, figures, typed, onReview }: SupplyFormProps) {
  const { form } = supplyText;
  const words = supplyText.kinds[kind];
  const [problem, setProblem] = useState<string>();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const amount = String(new FormData(event.currentTarget).get("amount") ?? "");
    const { sats, error } = parseAmountInput(amount, asset.precision);
    if (error) setProblem(uiText.amountProblem(error, asset.precision));
    else if (sats === 0n) setProblem(form.zero);
    else onReview({ kind, typed: amount, sats });
  };
  return (
    <Card>
      <form method="post" onSubmit={send} noValidate>
        <CardHeader title={words.title} />
        <CardBody className="grid gap-4">
          <Explanation kind={kind} />
          <p className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
            <span className="text-muted-foreground">{kind === "burn" ? form.free : form.supply}</span>
            <Amount
              sats={kind === "burn" ? freeSats(figures) : figures.supplySats}
              precision={asset.precision}
              ticker={asset.ticker}
              className="font-medium"
            />
          </p>
          <Field label={words.amount} hint={words.amountHint} error={problem}>
            <AmountInput
              name="amount"
              precision={asset.precision}
              ticker={asset.ticker}
              defaultValue={typed}
              onSats={() => setProblem(undefined)}
            />
          </Field>
        </CardBody>
        <CardFooter>
          <Button type="submit" variant={kind === "burn" ? "danger-quiet" : "primary"}>
            {words.review}
          </Button>
        </CardFooter>
      </form>
    </Card>
  );
}

export const Explanation = ({ kind }: { kind: SupplyKind }) => (
  <div className="grid gap-1.5 text-muted-foreground text-sm">
    {supplyText.kinds[kind].explain.map((sentence) => (
      <p key={sentence}>{sentence}</p>
    ))}
  </div>
);

/** What is assigned to users is theirs to be distributed. */
function freeSats({ treasurySats, assignedSats }: SupplyFigures): bigint {
  return treasurySats > assignedSats ? treasurySats - assignedSats : 0n;
}
