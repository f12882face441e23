"use client";

import { useQueryClient } from "@tanstack/react-query";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { closeDialog, FormDialog } from "@/components/data/form-dialog";
import { useSubmit } from "@/components/data/use-submit";
import { AmountInput } from "@/components/ui/amount-input";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { AssignmentRow } from "@/lib/domain/assignment";
import { isSettled } from "@/lib/domain/assignment-batch";
import { printUnits } from "@/lib/domain/units";
import { printVesting } from "@/lib/domain/vesting-time";
import { assignmentEditText } from "@/lib/messages/assignment-edit";
import { assignmentsText } from "@/lib/messages/assignments";
import { notify } from "@/lib/notify";
import { randomId } from "@/lib/random-id";
import { routes } from "@/lib/routes";
import { editAssignmentAction } from "@/server/actions/assignment-batches";
import { typedVesting } from "./typed-vesting";
import { useZone } from "./use-zone";

const { form: fieldText } = assignmentsText;
const FIELDS = ["amount", "vestsAt"];

interface EditDialogProps {
  asset: Pick<Asset, "assetUuid" | "precision" | "ticker">;
  row: AssignmentRow;
  /** Where one goes on with what was made in its place; otherwise the page is read again. */
  goTo?: (assignmentId: number | null) => Route;
  onClose: () => void;
}

/** A change is a delete and a make anew. Unless both ended well, its own page says how it stands. */
export function EditDialog({ asset, row, goTo, onClose }: EditDialogProps) {
  const form = useRef<HTMLFormElement>(null);
  const router = useRouter();
  const queries = useQueryClient();
  const zone = useZone();
  const [intentId] = useState(randomId);
  const [wasReady] = useState(row.readyForDistribution); // as it is shown here; the list is read again meanwhile
  const [isBadTime, setBadTime] = useState(false);
  const { submit, isPending, error, fields } = useSubmit(editAssignmentAction, ({ batch }) => {
    closeDialog(form);
    const [made] = batch.rows;
    if (made && isSettled(made) && made.problem === null) {
      notify({ tone: "ok", title: assignmentEditText.done });
      // Back would lead to one that is none any more.
      if (goTo) router.replace(goTo(made.assignmentId));
      return;
    }
    notify({ tone: "info", title: assignmentEditText.unfinished });
    router.push(routes.assignmentBatch(asset.assetUuid, batch.id));
  });
  const send = (entered: FormData) => {
    const vestsAt = typedVesting(form);
    setBadTime(vestsAt === undefined);
    if (vestsAt === undefined) return;
    submit({
      ...{ intentId, assetUuid: asset.assetUuid, assignmentId: row.id },
      amount: String(entered.get("amount") ?? ""),
      isReady: entered.get("isReady") === "on",
      wasReady,
      vestsAt,
    });
  };
  const close = () => {
    onClose();
    if (!error) return;
    router.refresh(); // a change that stopped half-way stands above the list then
    void queries.invalidateQueries(); // and what was refused is not what the list shows
  };
  return (
    <FormDialog
      title={assignmentEditText.title(row.userName)}
      about={row.id}
      onClose={close}
      submitLabel={assignmentEditText.submit}
      form={form}
      isPending={isPending}
      error={error}
      fieldNames={FIELDS}
      onSubmit={send}
    >
      <p>{assignmentEditText.text}</p>
      <Field label={fieldText.amount} error={fields.amount}>
        <AmountInput
          name="amount"
          precision={asset.precision}
          ticker={asset.ticker}
          defaultValue={printUnits(row.amount, asset.precision)}
        />
      </Field>
      <Field
        label={fieldText.vests}
        hint={fieldText.zone(zone)}
        error={isBadTime ? fieldText.badTime : fields.vestsAt}
        optional
      >
        <Input name="vestsAt" type="datetime-local" defaultValue={printVesting(row.vestingTimestamp)} />
      </Field>
      <Checkbox
        name="isReady"
        defaultChecked={row.readyForDistribution}
        label={fieldText.ready}
        hint={fieldText.readyHint}
      />
    </FormDialog>
  );
}
