"use client";

import { type FocusEvent, type FormEvent, useState } from "react";
import { askProblems } from "@/components/operations/field-problems";
import { useProblems } from "@/components/operations/use-problems";
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
  onReview: (draft: { kind: SupplyKind; sats: bigint }) => void;
}

interface Problems {
  amount: string;
}

export const supplyPreviewPath = (assetUuid: string, kind: SupplyKind, sats: bigint): string =>
  `/api/assets/${assetUuid}/supply-preview?kind=${kind}&sats=${sats}`;

/** What a reissuance or a burn means, and the amount. More than this page knows to be free is asked about at once. */
export function SupplyForm({ kind, asset, figures, onReview }: SupplyFormProps) {
  const { form } = supplyText;
  const words = supplyText.kinds[kind];
  const { problems, look, leave, forget } = useProblems<Problems>();
  const [isAsking, setAsking] = useState(false);
  const askAbove = async (sats: bigint): Promise<Partial<Problems>> =>
    kind === "burn" && sats > freeSats(figures)
      ? askProblems(supplyPreviewPath(asset.assetUuid, kind, sats), OF_BURN)
      : {};
  const ask = (event: FocusEvent<HTMLFormElement>) =>
    leave(event, () => askAbove(amountIn(event.currentTarget, asset).sats ?? 0n));
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { sats = 0n, error } = amountIn(event.currentTarget, asset);
    const wrong = error ? uiText.amountProblem(error, asset.precision) : sats === 0n && form.zero;
    setAsking(true);
    const found = await look(wrong ? Promise.resolve({ amount: wrong }) : askAbove(sats));
    setAsking(false);
    if (found && found.amount === undefined) onReview({ kind, sats });
  };
  return (
    <Card>
      <form method="dialog" onSubmit={send} onBlur={ask} onInput={forget} noValidate>
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
          <Field label={words.amount} hint={words.amountHint} error={problems.amount}>
            <AmountInput name="amount" precision={asset.precision} ticker={asset.ticker} />
          </Field>
        </CardBody>
        <CardFooter>
          <Button type="submit" variant={kind === "burn" ? "danger-quiet" : "primary"} loading={isAsking}>
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

/** What came into the treasury since the page was read may be burned: the server judges, in the review's words. */
const OF_BURN = { "free-treasury": "amount", "asset-funds": "amount" } as const;

const amountIn = (form: HTMLFormElement, { precision }: Asset) =>
  parseAmountInput(String(new FormData(form).get("amount") ?? ""), precision);

/** What is assigned to users is theirs to be distributed. */
function freeSats({ treasurySats, assignedSats }: SupplyFigures): bigint {
  return treasurySats > assignedSats ? treasurySats - assignedSats : 0n;
}
