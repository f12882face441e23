"use client";

import { useMutation } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { ErrorAlert } from "@/components/data/error-alert";
import { getJson, viewOf } from "@/components/data/get-json";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { late } from "@/components/ui/late";
import { Select } from "@/components/ui/select";
import type { CampaignOrders as Orders } from "@/lib/domain/auto-invest";
import type { OfferedChain } from "@/lib/domain/investor";
import { campaignOrdersText as text } from "@/lib/messages/campaign-orders";

/** Most people never ask: its script comes with the first answer. */
const Found = late(() => import("./campaign-orders-found").then((module) => module.CampaignOrdersFound));

interface CampaignOrdersProps {
  chains: readonly Pick<OfferedChain, "chainId" | "name">[];
}

/** The service knows no list of campaigns: the issuer names one and sees what was ordered. */
export function CampaignOrders({ chains }: CampaignOrdersProps) {
  const { mutate, data, variables, error, isPending } = useMutation({
    mutationFn: (query: URLSearchParams) => getJson<Orders>(`/api/requests/campaign?${query}`),
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [chain, address] = [String(form.get("chain")), String(form.get("campaign")).trim()];
    mutate(new URLSearchParams({ chain, address }));
  };
  const view = error && viewOf(error);
  const isWrong = view?.code === "INVALID_INPUT";
  return (
    <Card className="mt-6">
      <CardHeader title={text.title} description={text.description} />
      <CardBody className="grid gap-4">
        {view && !isWrong && <ErrorAlert error={view} />}
        <form method="dialog" onSubmit={onSubmit} noValidate className="flex flex-wrap items-end gap-3">
          <Field label={text.chain} className="w-40">
            <Select
              name="chain"
              options={chains.map(({ chainId, name }) => ({ value: String(chainId), label: name }))}
            />
          </Field>
          <Field
            label={text.campaign}
            error={isWrong ? view.message : undefined}
            className="min-w-0 flex-1 basis-72"
          >
            <Input name="campaign" mono maxLength={42} autoComplete="off" spellCheck={false} />
          </Field>
          <Button type="submit" loading={isPending}>
            {text.look}
          </Button>
        </form>
      </CardBody>
      <div aria-live="polite">{data && variables && <Found {...data} asked={variables} />}</div>
    </Card>
  );
}
