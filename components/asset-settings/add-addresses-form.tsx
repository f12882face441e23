"use client";

import { type FormEvent, useState } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { shortenMiddle } from "@/lib/format/ids";
import { assetSettingsText } from "@/lib/messages/asset-settings";
import { notify } from "@/lib/notify";
import { addTreasuryAddressesAction } from "@/server/actions/asset-settings";

const { addresses: text } = assetSettingsText;
const ENDS = 12;

/** Addresses that the treasury's node does not know are added only after a second word. */
export function AddAddressesForm({ assetUuid }: { assetUuid: string }) {
  const [typed, setTyped] = useState("");
  const [foreign, setForeign] = useState<readonly string[]>([]);
  const change = (next: string) => {
    setTyped(next);
    setForeign([]);
  };
  const { submit, isPending, error, fields } = useSubmit(addTreasuryAddressesAction, (result) => {
    if (result.foreign.length > 0) return setForeign(result.foreign);
    change("");
    notify({ tone: "ok", title: result.added === 0 ? text.known : text.added(result.added) });
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    submit({ assetUuid, addresses: typed, acceptForeign: false });
  };
  return (
    <form method="dialog" onSubmit={send} className="grid gap-3 border-border border-t px-4 py-3.5">
      <FormAlert error={error} fieldNames={["addresses"]} />
      <Field label={text.label} hint={text.hint} error={fields.addresses}>
        <Textarea
          name="addresses"
          mono
          value={typed}
          rows={2}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => change(event.target.value)}
        />
      </Field>
      {foreign.length > 0 && (
        <Foreign
          addresses={foreign}
          isPending={isPending}
          onAccept={() => submit({ assetUuid, addresses: typed, acceptForeign: true })}
        />
      )}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-prose text-muted-foreground text-xs">{text.warning}</p>
        <Button type="submit" disabled={typed.trim() === ""} loading={isPending}>
          {text.add}
        </Button>
      </div>
    </form>
  );
}

interface ForeignProps {
  addresses: readonly string[];
  isPending: boolean;
  onAccept: () => void;
}

const Foreign = ({ addresses, isPending, onAccept }: ForeignProps) => (
  <Alert
    tone="blocked"
    title={text.foreign}
    action={
      <Button size="sm" variant="danger-quiet" loading={isPending} onClick={onAccept}>
        {text.acceptForeign}
      </Button>
    }
  >
    <p>{text.foreignText}</p>
    <ul className="mt-1">
      {addresses.map((address) => (
        <li key={address}>
          <code title={address}>{shortenMiddle(address, ENDS)}</code>
        </li>
      ))}
    </ul>
  </Alert>
);
