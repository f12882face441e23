"use client";

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Amount } from "@/components/ui/amount";
import { AmountInput } from "@/components/ui/amount-input";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { late } from "@/components/ui/late";
import { Select } from "@/components/ui/select";
import type { PickedUser } from "@/components/users/user-picker";
import type { Asset } from "@/lib/contracts/amp/assets";
import { assignmentBlockersText } from "@/lib/messages/assignment-blockers";
import { assignmentsText } from "@/lib/messages/assignments";
import { notify } from "@/lib/notify";
import { randomId } from "@/lib/random-id";
import { routes } from "@/lib/routes";
import { createAssignmentAction } from "@/server/actions/assignments";
import { typedVesting } from "./typed-vesting";
import { useZone } from "./use-zone";

interface AssignmentFormProps {
  asset: Asset;
  freeSats: bigint;
  /** How old that is, painted by the server. */
  freeAge: ReactNode;
  /** null: too many to list, they are searched for. */
  choices: Choice[] | null;
  intentId: string;
}

interface Choice {
  userId: number;
  name: string;
  hasWallet: boolean;
  isEligible: boolean;
}

/** Only where there are more users than a list of choices takes. */
const AssigneePicker = late(() => import("./assignee-picker").then((file) => file.AssigneePicker));

const FIELDS = ["registeredUser", "amount", "vestsAt"];
const { form: text } = assignmentsText;

/**
 * Reserves units for one user. The fields and the intent's id live together: they are replaced only after a success,
 * so a repeat of the same form is met by the server, while a second, deliberate assignment has an id of its own.
 */
export function AssignmentForm({ intentId, ...props }: AssignmentFormProps) {
  const [current, setCurrent] = useState({ round: 0, intentId, takesFocus: false });
  const renew = (takesFocus: boolean) =>
    setCurrent(({ round }) => ({ round: round + 1, intentId: randomId(), takesFocus }));
  const { round, ...fresh } = current;
  return <Fields key={round} {...fresh} onDone={renew} {...props} />;
}

function Fields({
  asset,
  freeSats,
  freeAge,
  choices,
  intentId,
  takesFocus,
  onDone,
}: AssignmentFormProps & { takesFocus: boolean; onDone: (hadFocus: boolean) => void }) {
  const { submit, isPending, error, fields } = useSubmit(createAssignmentAction, () => {
    notify({ tone: "ok", title: text.done });
    onDone(form.current?.contains(document.activeElement) ?? false);
  });
  const zone = useZone();
  const form = useRef<HTMLFormElement>(null);
  // The form that was sent had it, and is gone.
  useEffect(() => {
    if (takesFocus) form.current?.querySelector<HTMLElement>("select, input")?.focus();
  }, [takesFocus]);
  const [isBadTime, setBadTime] = useState(false);
  const [picked, setPicked] = useState<PickedUser | null>(null);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entered = new FormData(event.currentTarget);
    const vestsAt = typedVesting(form);
    setBadTime(vestsAt === undefined);
    if (vestsAt === undefined) return;
    submit({
      intentId,
      assetUuid: asset.assetUuid,
      registeredUser: choices === null ? (picked?.id ?? 0) : Number(entered.get("registeredUser")),
      amount: String(entered.get("amount") ?? ""),
      isReady: entered.get("isReady") === "on",
      vestsAt,
    });
  };
  if (choices?.length === 0) return <NoUsers />;
  return (
    <Card>
      <form method="dialog" ref={form} onSubmit={send} noValidate>
        <CardHeader title={text.title} />
        <CardBody className="grid gap-4">
          <FormAlert error={error} fieldNames={FIELDS} />
          <p className="flex flex-wrap items-baseline justify-between gap-2 text-sm">
            <span className="text-muted-foreground">{text.free}</span>
            <Amount
              sats={freeSats}
              precision={asset.precision}
              ticker={asset.ticker}
              className="font-medium"
            />
            {freeAge}
          </p>
          <Field label={text.user} error={fields.registeredUser}>
            {choices === null ? (
              <AssigneePicker assetUuid={asset.assetUuid} picked={picked} onPick={setPicked} />
            ) : (
              <Select name="registeredUser" placeholder={text.chooseUser} options={choices.map(optionOf)} />
            )}
          </Field>
          <Field label={text.amount} error={fields.amount}>
            <AmountInput name="amount" precision={asset.precision} ticker={asset.ticker} />
          </Field>
          <Field
            label={text.vests}
            hint={text.zone(zone)}
            error={isBadTime ? text.badTime : fields.vestsAt}
            optional
          >
            <Input name="vestsAt" type="datetime-local" />
          </Field>
          <Checkbox name="isReady" label={text.ready} hint={text.readyHint} />
        </CardBody>
        <CardFooter>
          <Button type="submit" variant="primary" loading={isPending}>
            {text.submit}
          </Button>
        </CardFooter>
      </form>
    </Card>
  );
}

/** Who may not hold a restricted asset is shown with the reason, not hidden. */
const optionOf = (choice: Choice) => ({
  value: String(choice.userId),
  label: [
    choice.name,
    !choice.isEligible && text.notEligible,
    !choice.hasWallet && assignmentBlockersText.gaid,
  ]
    .filter(Boolean)
    .join(" · "),
  disabled: !choice.isEligible,
});

const NoUsers = () => (
  <Card>
    <EmptyState
      title={text.noUsers}
      action={
        <ButtonLink variant="primary" href={routes.newUser}>
          {text.addUser}
        </ButtonLink>
      }
    >
      {text.noUsersText}
    </EmptyState>
  </Card>
);
