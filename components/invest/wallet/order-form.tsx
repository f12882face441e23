"use client";

import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { type Address, formatUnits } from "viem";
import { useConfig } from "wagmi";
import { getConnectorClient } from "wagmi/actions";
import { FormAlert } from "@/components/data/error-alert";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { autoInvestText as text } from "@/lib/messages/invest-pages";
import { walletText } from "@/lib/messages/invest-wallet";
import { notify } from "@/lib/notify";
import { orderAutoInvest } from "@/server/actions/invest-chain";
import { useInvestorSubmit } from "../signed-in";
import { WalletSoon } from "../wallet-soon";
import { allow, type Campaign, isMined } from "./campaign";
import { parseUnits } from "./parse-units";
import { ProblemAlert } from "./problem-alert";

interface OrderFormProps {
  campaign: Campaign;
  owner: Address;
  onBack: () => void;
}

/** The permission first, because an order without one would only wait; what is allowed already is not asked again. */
export function OrderForm({ campaign, owner, onBack }: OrderFormProps) {
  const config = useConfig();
  const { chainId, symbol, decimals, balance, allowance } = campaign;
  const [wrong, setWrong] = useState<string>();
  const [step, setStep] = useState<keyof typeof text.steps>("allow");
  const order = useInvestorSubmit(orderAutoInvest, () => {
    notify({ tone: "ok", title: text.ordered });
    onBack();
  });
  const permit = useMutation({
    mutationFn: async (amount: bigint) => {
      if (allowance >= amount) return true;
      setStep("allow");
      const client = await getConnectorClient(config, { chainId });
      const hash = await allow(client, campaign, owner, amount);
      setStep("mine");
      return isMined(client, hash);
    },
    onSuccess: (isAllowed, amount) => {
      if (!isAllowed) return;
      setStep("order");
      order.submit({ chainId, campaign: campaign.address, amount });
    },
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const amount = parseUnits(String(new FormData(event.currentTarget).get("amount")), decimals);
    setWrong(typeof amount === "string" ? amount : undefined);
    if (typeof amount === "bigint" && !permit.isPending) permit.mutate(amount);
  };
  const isBusy = permit.isPending || order.isPending;
  return (
    <form method="post" onSubmit={onSubmit} noValidate className="grid max-w-md gap-4">
      <FormAlert error={order.error} />
      <ProblemAlert error={permit.error} />
      {permit.data === false && <Alert tone="blocked" title={text.reverted} />}
      <Field
        label={text.amount(symbol)}
        hint={text.amountHint(`${formatUnits(balance, decimals)} ${symbol}`)}
        error={wrong}
        required
      >
        <Input name="amount" inputMode="decimal" maxLength={60} autoComplete="off" />
      </Field>
      <p className="text-muted-foreground text-sm">{text.allowHint}</p>
      {isBusy && <WalletSoon words={text.steps[step]} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" loading={isBusy}>
          {text.allow}
        </Button>
        <Button disabled={isBusy} onClick={onBack}>
          {walletText.goBack}
        </Button>
      </div>
    </form>
  );
}
