"use client";

import { type FormEvent, useState } from "react";
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
}

/** The AMP ID is entered and checked, then tied to the wallet by signing a text that names both. */
export function AmpIdForm({ label, address, setup }: AmpIdFormProps) {
  const [gaid, setGaid] = useState("");
  const [prepared, setPrepared] = useState<{ text: string; isKnownToAmp: boolean | null }>();
  useDraft(
    "amp-id",
    () => ({ gaid }),
    (draft) => setGaid(draft.gaid ?? ""),
  );
  const { submit, isPending, error, fields } = useInvestorSubmit(prepareAmpId, setPrepared, {
    rereads: false,
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit({ gaid: gaid.trim() });
  };
  if (prepared)
    return (
      <AmpIdSignature
        {...prepared}
        gaid={gaid.trim()}
        label={label}
        address={address}
        setup={setup}
        onBack={() => setPrepared(undefined)}
      />
    );
  return (
    <form method="post" onSubmit={onSubmit} noValidate className="grid max-w-md gap-4">
      <FormAlert error={error} fieldNames={FIELDS} />
      <Field label={text.label} hint={text.hint} error={fields.gaid} required>
        <Input
          name="gaid"
          size="lg"
          mono
          value={gaid}
          onChange={(event) => setGaid(event.target.value)}
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
