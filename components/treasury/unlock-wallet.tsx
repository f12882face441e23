"use client";

import { useRef, useState } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { SHORT_OPERATION_MINUTES, UNLOCK_SECONDS, unlockSecondsFor } from "@/lib/domain/wallet-lock";
import { formatUtc } from "@/lib/format/times";
import { walletLockText as text } from "@/lib/messages/wallet-lock";
import { notify } from "@/lib/notify";
import { unlockTreasuryWalletAction } from "@/server/actions/wallet-lock";

const timeOptions = () =>
  UNLOCK_SECONDS.map((seconds) => ({
    value: `${seconds}`,
    label: text.choices[seconds] ?? "",
  }));

/** It opens a treasury: browsers and the usual password managers are told that it is nothing to remember. */
const NOT_TO_BE_SAVED = {
  autoComplete: "one-time-code",
  "data-1p-ignore": true,
  "data-bwignore": true,
  "data-lpignore": "true",
  "data-form-type": "other",
} as const;

/** null: the node did not tell until when. */
interface Opened {
  unlockedUntil: Date | null;
}

const openedText = ({ unlockedUntil }: Opened) =>
  unlockedUntil ? text.openUntil(formatUtc(unlockedUntil)) : text.unlocked;

interface UnlockWalletProps {
  /** How long the operation will take; the proposed time lasts for it. */
  minutes?: number;
  onUnlocked?: () => void;
}

/** Asks for the wallet's passphrase. It stands in the field alone: no state, no cache and no answer ever holds it. */
export function UnlockWallet({ minutes = SHORT_OPERATION_MINUTES, onUnlocked }: UnlockWalletProps) {
  const form = useRef<HTMLFormElement>(null);
  // Without an input of its own: what is submitted through it would be remembered.
  const [opened, setOpened] = useState<Opened | null>(null);
  const { submit, isPending, error, fields } = useSubmit<void, Opened>(
    () => unlockTreasuryWalletAction(takeFrom(form.current)),
    (now) => {
      setOpened(now);
      notify({ tone: "ok", title: text.unlocked });
      onUnlocked?.();
    },
  );
  if (opened) return <p className="text-sm">{openedText(opened)}</p>;
  return (
    <form
      ref={form}
      method="dialog"
      noValidate
      autoComplete="off"
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="grid gap-0.5">
        <h3 className="font-medium text-sm">{text.title}</h3>
        <p className="text-muted-foreground text-xs">{text.hint}</p>
      </div>
      <FormAlert error={error} fieldNames={["passphrase", "seconds"]} />
      <div className="grid items-start gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Field label={text.passphrase} error={fields.passphrase} required>
          <Input type="password" name="passphrase" spellCheck={false} {...NOT_TO_BE_SAVED} />
        </Field>
        <Field label={text.seconds} error={fields.seconds}>
          <Select name="seconds" options={timeOptions()} defaultValue={`${unlockSecondsFor(minutes)}`} />
        </Field>
      </div>
      <div>
        <Button type="submit" loading={isPending}>
          {text.unlock}
        </Button>
      </div>
    </form>
  );
}

/** Reads the form and empties the field in the same moment. */
function takeFrom(form: HTMLFormElement | null): { passphrase: string; seconds: number } {
  const field = form?.elements.namedItem("passphrase");
  const time = form?.elements.namedItem("seconds");
  const passphrase = field instanceof HTMLInputElement ? field.value : "";
  if (field instanceof HTMLInputElement) field.value = "";
  return { passphrase, seconds: time instanceof HTMLSelectElement ? Number(time.value) : 0 };
}
