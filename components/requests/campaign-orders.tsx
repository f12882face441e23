"use client";

import { useMutation } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { ErrorAlert } from "@/components/data/error-alert";
import { getJson, offline, ViewError } from "@/components/data/get-json";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { CampaignOrders as Found } from "@/lib/domain/auto-invest";
import type { OfferedChain } from "@/lib/domain/investor";
import { coinAmount } from "@/lib/format/coin-amount";
import { campaignOrdersText as text } from "@/lib/messages/campaign-orders";

interface CampaignOrdersProps {
  chains: readonly Pick<OfferedChain, "chainId" | "name">[];
}

/** The service knows no list of campaigns: the issuer names one and sees what was ordered. */
export function CampaignOrders({ chains }: CampaignOrdersProps) {
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: (query: URLSearchParams) => getJson<Found>(`/api/requests/campaign?${query}`),
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [chain, address] = [String(form.get("chain")), String(form.get("campaign")).trim()];
    mutate(new URLSearchParams({ chain, address }));
  };
  const view = error instanceof ViewError ? error.view : error && offline();
  const isWrong = view?.code === "INVALID_INPUT";
  return (
    <Card className="mt-6">
      <CardHeader title={text.title} description={text.description} />
      <CardBody className="grid gap-4">
        {view && !isWrong && <ErrorAlert error={view} />}
        <form method="get" onSubmit={onSubmit} noValidate className="flex flex-wrap items-end gap-3">
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
        <div aria-live="polite" className="text-sm">
          {data && <Summary {...data} />}
        </div>
      </CardBody>
      {data && data.orders.length > 0 && <Orders {...data} />}
    </Card>
  );
}

function Summary({ coin, orders }: Found) {
  if (orders.length === 0) return <p className="text-muted-foreground">{text.none}</p>;
  const total = orders.reduce((sum, { amount }) => sum + amount, 0n);
  return <p>{text.summary(orders.length, coinAmount(total, coin))}</p>;
}

const Orders = ({ coin, orders }: Found) => (
  <Table caption={text.caption}>
    <TableHead>
      <Th>{text.columns.wallet}</Th>
      <Th numeric>{text.columns.amount}</Th>
    </TableHead>
    <TableBody>
      {orders.map(({ wallet, amount }) => (
        <TableRow key={wallet}>
          <Td label={text.columns.wallet}>
            <CopyId value={wallet} label={text.columns.wallet} />
          </Td>
          <Td label={text.columns.amount} numeric>
            {coinAmount(amount, coin)}
          </Td>
        </TableRow>
      ))}
    </TableBody>
  </Table>
);
