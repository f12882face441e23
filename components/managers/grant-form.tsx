"use client";

import { type FormEvent, useState } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { ControlRow } from "@/components/users/control-row";
import type { GrantedAsset } from "@/lib/domain/managers";
import { managersText } from "@/lib/messages/managers";
import { notify } from "@/lib/notify";
import { setManagerAssetAction } from "@/server/actions/managers";

const { grants: text } = managersText;

interface GrantFormProps {
  managerId: number;
  assets: GrantedAsset[];
  /** What is chosen to begin with. */
  chosen: string;
}

export function GrantForm({ managerId, assets, chosen: first }: GrantFormProps) {
  const [chosen, setChosen] = useState(first);
  // What somebody else has granted meanwhile is no longer offered, nor chosen.
  const assetUuid = assets.some((asset) => asset.assetUuid === chosen) ? chosen : "";
  const { submit, isPending, error } = useSubmit(setManagerAssetAction, () => {
    notify({ tone: "ok", title: text.granted });
    // An asset that was granted leaves the choice empty, for the next one.
    setChosen("");
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (assetUuid) submit({ managerId, assetUuid, isGranted: true });
  };
  if (assets.length === 0) return <p className="text-muted-foreground">{text.nothingLeft}</p>;
  return (
    <form method="dialog" onSubmit={send} className="grid gap-3">
      <FormAlert error={error} />
      <Field label={text.label} hint={text.hint} className="sm:max-w-xl">
        <ControlRow
          control={
            <Select
              name="asset"
              value={assetUuid}
              onChange={(event) => setChosen(event.target.value)}
              placeholder={text.choose}
              options={assets.map((asset) => ({ value: asset.assetUuid, label: asset.name }))}
            />
          }
        >
          <Button type="submit" disabled={!assetUuid} loading={isPending}>
            {text.grant}
          </Button>
        </ControlRow>
      </Field>
    </form>
  );
}
