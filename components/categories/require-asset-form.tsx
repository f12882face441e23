"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { DialogButton } from "@/components/ui/dialog-button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { ControlRow } from "@/components/users/control-row";
import type { CategoryDetails } from "@/lib/domain/categories";
import type { CategoryName } from "@/lib/domain/eligibility";
import { categoriesText } from "@/lib/messages/categories";
import { loadRequirementDialog } from "./load-dialogs";

const { assetCard: text } = categoriesText;

interface RequireAssetFormProps {
  category: CategoryName;
  assets: CategoryDetails["attachable"];
}

/** Chooses an asset; the dialog then says whom it concerns before anything is sent. */
export function RequireAssetForm({ category, assets }: RequireAssetFormProps) {
  const [chosen, setChosen] = useState("");
  const asset = assets.find(({ assetUuid }) => assetUuid === chosen);
  if (assets.length === 0) return <p className="text-muted-foreground">{text.nothingLeft}</p>;
  const options = assets.map(({ assetUuid, name, ticker }) => ({
    value: assetUuid,
    label: ticker ? `${name} (${ticker})` : name,
  }));
  return (
    <Field label={text.label} hint={text.hint} className="sm:max-w-xl">
      <ControlRow
        control={
          <Select
            name="asset"
            // What somebody else has added meanwhile is no longer offered, nor chosen.
            value={asset ? chosen : ""}
            onChange={(event) => setChosen(event.target.value)}
            placeholder={text.choose}
            options={options}
          />
        }
      >
        {asset ? (
          <DialogButton
            load={loadRequirementDialog}
            dialog={{
              category: { id: category.id, name: category.name },
              asset,
              isRequired: true,
              // An asset that was added leaves the choice empty, for the next one.
              onDone: () => setChosen(""),
            }}
          >
            {text.require}
          </DialogButton>
        ) : (
          <Button disabled>{text.require}</Button>
        )}
      </ControlRow>
    </Field>
  );
}
