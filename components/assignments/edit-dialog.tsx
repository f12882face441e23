"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { AmountInput } from "@/components/ui/amount-input";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { AssignmentRow } from "@/lib/domain/assignment";
import { isSettled } from "@/lib/domain/assignment-batch";
import { printVesting, readVesting } from "@/lib/domain/assignment-grid";
import { printUnits } from "@/lib/domain/units";
import { assignmentsText } from "@/lib/messages/assignments";
import { commonText } from "@/lib/messages/common";
import { notify } from "@/lib/notify";
import { randomId } from "@/lib/random-id";
import { routes } from "@/lib/routes";
import { editAssignmentAction } from "@/server/actions/assignment-batches";
import { useZone } from "./use-zone";

const { edit: text, form } = assignmentsText;
const FIELDS = ["amount", "vestsAt"];

interface EditDialogProps {
  asset: Asset;
  row: AssignmentRow;
  onClose: () => void;
}

/** A change is a delete and a make anew. Unless both ended well, its own page says how it stands. */
export function EditDialog({ asset, row, onClose }: EditDialogProps) {
  const formId = useId();
  const router = useRouter();
  const zone = useZone();
  const [intentId] = useState(randomId);
  const [isBadTime, setBadTime] = useState(false);
  const { submit, isPending, error, fields } = useSubmit(editAssignmentAction, ({ batch }) => {
    onClose();
    const [made] = batch.rows;
    if (made && isSettled(made) && made.problem === null) return notify({ tone: "ok", title: text.done });
    notify({ tone: "info", title: text.unfinished });
    router.push(`${routes.assignmentBatch(asset.assetUuid, batch.id)}?go=1` as Route);
  });
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entered = new FormData(event.currentTarget);
    const vesting = readVesting(String(entered.get("vestsAt") ?? ""));
    setBadTime("error" in vesting);
    if ("error" in vesting) return;
    submit({
      ...{ intentId, assetUuid: asset.assetUuid, assignmentId: row.id },
      amount: String(entered.get("amount") ?? ""),
      isReady: entered.get("isReady") === "on",
      vestsAt: vesting.at,
    });
  };
  return (
    <Dialog
      title={text.title(row.userName)}
      onClose={onClose}
      busy={isPending}
      footer={
        <>
          <DialogClose disabled={isPending}>{commonText.actions.cancel}</DialogClose>
          <Button type="submit" form={formId} variant="primary" loading={isPending}>
            {text.submit}
          </Button>
        </>
      }
    >
      <form method="post" id={formId} onSubmit={send} noValidate className="grid gap-4">
        <p>{text.text}</p>
        <FormAlert error={error} fieldNames={FIELDS} />
        <Field label={form.amount} error={fields.amount}>
          <AmountInput
            name="amount"
            precision={asset.precision}
            ticker={asset.ticker}
            defaultValue={printUnits(row.amount, asset.precision)}
          />
        </Field>
        <Field
          label={form.vests}
          hint={text.zone(zone)}
          error={isBadTime ? text.badTime : fields.vestsAt}
          optional
        >
          <Input name="vestsAt" type="datetime-local" defaultValue={printVesting(row.vestingTimestamp)} />
        </Field>
        <Checkbox
          name="isReady"
          defaultChecked={row.readyForDistribution}
          label={text.ready}
          hint={text.readyHint}
        />
      </form>
    </Dialog>
  );
}
