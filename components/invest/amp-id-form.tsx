"use client";

import { type FormEvent, type RefObject, useCallback, useRef, useState } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { WalletSetup } from "@/lib/domain/wallet-setup";
import { investText } from "@/lib/messages/invest";
import { prepareAmpId } from "@/server/actions/invest";
import { AmpIdSignature } from "./amp-id-signature";
import { useDraft } from "./drafts";
import { SubmitButton } from "./form-end";
import { useInvestorSubmit } from "./signed-in";

const { ampId: text } = investText;
const FIELDS = ["gaid"];

interface AmpIdFormProps {
  label: string;
  address: string;
  setup: WalletSetup;
  /** What was typed before the page followed another state and came back. */
  typed: RefObject<string>;
}

interface Prepared {
  gaid: string;
  text: string;
  isKnownToAmp: boolean | null;
}

/**
 * The AMP ID is entered and checked, then tied to the wallet by signing a text that names both. The field keeps its value
 * itself: what is typed before the script has come counts.
 */
export function AmpIdForm({ label, address, setup, typed }: AmpIdFormProps) {
  const field = useRef<HTMLInputElement>(null);
  const [prepared, setPrepared] = useState<Prepared>();
  const follow = useCallback(
    (input: HTMLInputElement) => {
      field.current = input;
      return () => {
        field.current = null;
        typed.current = input.value;
      };
    },
    [typed],
  );
  useDraft(
    "amp-id",
    () => ({ gaid: field.current?.value ?? typed.current }),
    ({ gaid = "" }) => {
      if (field.current) field.current.value = gaid;
    },
  );
  const { submit, isPending, error, fields } = useInvestorSubmit(prepareAmpId, setPrepared, {
    rereads: false,
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    submit({ gaid: String(new FormData(event.currentTarget).get("gaid")).trim() });
  };
  if (prepared)
    return (
      <AmpIdSignature
        {...prepared}
        label={label}
        address={address}
        setup={setup}
        onBack={() => setPrepared(undefined)}
      />
    );
  return (
    <form method="dialog" onSubmit={onSubmit} noValidate className="grid max-w-md gap-4">
      <FormAlert error={error} fieldNames={FIELDS} />
      <Field label={text.label} hint={text.hint} error={fields.gaid} required>
        <Input
          ref={follow}
          name="gaid"
          size="lg"
          mono
          defaultValue={typed.current}
          maxLength={60}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
      </Field>
      <SubmitButton label={text.prepare} isPending={isPending} />
    </form>
  );
}
