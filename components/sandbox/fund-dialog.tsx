"use client";

import { useRef, useState } from "react";
import { closeDialog, FormDialog } from "@/components/data/form-dialog";
import { useSubmit } from "@/components/data/use-submit";
import { AmountInput } from "@/components/ui/amount-input";
import { Field } from "@/components/ui/field";
import { LBTC } from "@/lib/domain/treasury";
import { sandboxText } from "@/lib/messages/sandbox";
import { notify } from "@/lib/notify";
import { randomId } from "@/lib/random-id";
import { fundWalletAction } from "@/server/actions/sandbox";

const { funds: text } = sandboxText;

export function FundDialog({ wallet, onClose }: { wallet: string; onClose: () => void }) {
  const form = useRef<HTMLFormElement>(null);
  const [intentId] = useState(randomId);
  const { submit, isPending, error, fields } = useSubmit(fundWalletAction, () => {
    notify({ tone: "ok", title: text.done(wallet) });
    closeDialog(form);
  });
  return (
    <FormDialog
      title={text.dialog(wallet)}
      description={text.hint}
      submitLabel={text.submit}
      form={form}
      isPending={isPending}
      error={error}
      fieldNames={["amount"]}
      onSubmit={(data) => submit({ intentId, wallet, amount: String(data.get("amount") ?? "") })}
      onClose={onClose}
    >
      <Field label={text.amount} error={fields.amount}>
        <AmountInput name="amount" precision={LBTC.precision} ticker={LBTC.ticker} defaultValue="1" />
      </Field>
    </FormDialog>
  );
}
