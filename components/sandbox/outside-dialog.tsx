"use client";

import { useRef, useState } from "react";
import { closeDialog, FormDialog } from "@/components/data/form-dialog";
import { useSubmit } from "@/components/data/use-submit";
import { Alert } from "@/components/ui/alert";
import { Checkbox } from "@/components/ui/checkbox";
import { Field, FieldErrors } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { AssetChoice } from "@/lib/domain/sandbox";
import { sandboxWalletsText } from "@/lib/messages/sandbox-wallets";
import { notify } from "@/lib/notify";
import { randomId } from "@/lib/random-id";
import { moveOutsideAction } from "@/server/actions/sandbox-wallets";
import { AssetAmount } from "./asset-amount";

const { outside: text } = sandboxWalletsText;
const FIELDS = ["wallet", "assetUuid", "amount", "to", "isWanted"];

interface OutsideDialogProps {
  assets: AssetChoice[];
  nodeWallets: string[];
  onClose: () => void;
}

/** Makes a lost output: said in plain words, and only after a person has agreed. */
export function OutsideDialog({ assets, nodeWallets, onClose }: OutsideDialogProps) {
  const form = useRef<HTMLFormElement>(null);
  const [intentId] = useState(randomId);
  const { submit, isPending, error, fields } = useSubmit(moveOutsideAction, () => {
    notify({ tone: "ok", title: text.done });
    closeDialog(form);
  });
  return (
    <FormDialog
      title={text.dialog}
      submitLabel={text.submit}
      tone="danger"
      size="md"
      form={form}
      isPending={isPending}
      error={error}
      fieldNames={FIELDS}
      onSubmit={(data) =>
        submit({
          intentId,
          wallet: String(data.get("wallet") ?? ""),
          assetUuid: String(data.get("assetUuid") ?? ""),
          amount: String(data.get("amount") ?? ""),
          precision: Number(data.get("precision")),
          to: String(data.get("to") ?? ""),
          // What was not ticked is refused under its box.
          isWanted: (data.get("isWanted") === "on") as true,
        })
      }
      onClose={onClose}
    >
      <Alert tone="blocked" title={text.warningTitle}>
        {text.warning}
      </Alert>
      <Field label={text.wallet} error={fields.wallet}>
        <Select name="wallet" options={nodeWallets.map((name) => ({ value: name, label: name }))} />
      </Field>
      <AssetAmount assets={assets} fields={fields} />
      <Field label={text.to} hint={text.toHint} error={fields.to} optional>
        <Input name="to" mono autoComplete="off" spellCheck={false} />
      </Field>
      <div className="grid gap-1">
        <Checkbox
          name="isWanted"
          label={text.agree}
          aria-invalid={fields.isWanted ? true : undefined}
          aria-describedby={`${intentId}-error`}
        />
        <FieldErrors id={`${intentId}-error`} errors={fields.isWanted ?? []} />
      </div>
    </FormDialog>
  );
}
