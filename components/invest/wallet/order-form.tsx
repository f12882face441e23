"use client";

import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { type Address, formatUnits } from "viem";
import { useConfig } from "wagmi";
import { getConnectorClient } from "wagmi/actions";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { autoInvestText as text } from "@/lib/messages/invest-pages";
import { walletText } from "@/lib/messages/invest-wallet";
import { useDraft } from "../drafts";
import { approvalsFor, type Campaign } from "./campaign";
import { OrderReview } from "./order-review";
import { parseUnits } from "./parse-units";
import { ProblemAlert } from "./problem-alert";

interface OrderFormProps {
  campaign: Campaign;
  owner: Address;
  onBack: () => void;
}

/** Asks for the amount and finds out which permissions it takes; what is allowed already is not asked again. */
export function OrderForm({ campaign, owner, onBack }: OrderFormProps) {
  const config = useConfig();
  const { chainId, symbol, decimals, balance } = campaign;
  const [wrong, setWrong] = useState<string>();
  const plan = useMutation({
    mutationFn: async (amount: bigint) => {
      const client = await getConnectorClient(config, { chainId });
      return { amount, approvals: await approvalsFor(client, campaign, owner, amount) };
    },
  });
  const field = useRef<HTMLInputElement>(null);
  // The form before this one is gone by now, and so is this one's field while the person reviews.
  useDraft(
    "campaign",
    () => ({ campaign: campaign.address }),
    () => {},
  );
  useDraft(
    "amount",
    () => ({ amount: plan.data ? formatUnits(plan.data.amount, decimals) : (field.current?.value ?? "") }),
    ({ amount = "" }) => {
      if (field.current) field.current.value = amount;
    },
  );
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const amount = parseUnits(String(new FormData(event.currentTarget).get("amount")), decimals);
    setWrong(typeof amount === "string" ? amount : undefined);
    if (typeof amount === "bigint" && !plan.isPending) plan.mutate(amount);
  };
  if (plan.data)
    return (
      <OrderReview campaign={campaign} owner={owner} {...plan.data} onBack={plan.reset} onDone={onBack} />
    );
  return (
    <form method="dialog" onSubmit={onSubmit} noValidate className="grid max-w-md gap-4">
      <ProblemAlert error={plan.error} />
      <Field
        label={text.amount(symbol)}
        hint={text.amountHint(`${formatUnits(balance, decimals)} ${symbol}`)}
        error={wrong}
        required
      >
        <Input ref={field} name="amount" inputMode="decimal" maxLength={60} autoComplete="off" />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" loading={plan.isPending}>
          {text.review}
        </Button>
        <Button disabled={plan.isPending} onClick={onBack}>
          {walletText.goBack}
        </Button>
      </div>
    </form>
  );
}
