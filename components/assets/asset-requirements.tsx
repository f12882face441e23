"use client";

import { useState } from "react";
import { CategoryLine } from "@/components/categories/category-line";
import { loadRequirementDialog } from "@/components/categories/load-dialogs";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DialogButton } from "@/components/ui/dialog-button";
import { Field } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { Select } from "@/components/ui/select";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { CategorySummary } from "@/lib/domain/categories";
import type { CategoryName } from "@/lib/domain/eligibility";
import { assetsText } from "@/lib/messages/assets";
import { routes } from "@/lib/routes";

interface AssetRequirementsProps {
  asset: Asset;
  categories: CategorySummary[];
  canChange: boolean;
}

const { requirements: text } = assetsText;

/** The categories a holder must all have; what a change of them does is said before it is made. */
export function AssetRequirements({ asset, categories, canChange }: AssetRequirementsProps) {
  const required = categories.filter((category) => asset.requirements.includes(category.id));
  return (
    <Card>
      <CardHeader title={text.title} description={text.lead} />
      <CardBody className="grid gap-4">
        {required.length === 0 ? (
          <p className="text-muted-foreground text-sm">{text.none}</p>
        ) : (
          <ul className="grid gap-2">
            {required.map((category) => (
              <li key={category.id} className="flex flex-wrap items-center justify-between gap-2 text-sm">
                <CategoryLine category={category} note={text.members(category.memberCount)} />
                {canChange && (
                  <DialogButton
                    load={loadRequirementDialog}
                    dialog={dialogOf(asset, category, required, false)}
                    variant="ghost"
                    size="sm"
                    aria-label={text.releaseOne(category.name)}
                  >
                    {text.release}
                  </DialogButton>
                )}
              </li>
            ))}
          </ul>
        )}
        {canChange && <Require asset={asset} categories={categories} required={required} />}
      </CardBody>
    </Card>
  );
}

function dialogOf(asset: Asset, { id, name }: CategoryName, required: CategoryName[], isRequired: boolean) {
  return {
    category: { id, name },
    asset: {
      assetUuid: asset.assetUuid,
      name: asset.name,
      hasEndpoint: asset.issuerAuthorizationEndpoint !== null,
      otherRequirements: required.filter((other) => other.id !== id),
    },
    isRequired,
  };
}

interface RequireProps {
  asset: Asset;
  categories: CategorySummary[];
  required: CategorySummary[];
}

function Require({ asset, categories, required }: RequireProps) {
  const free = categories.filter((category) => !asset.requirements.includes(category.id));
  const [chosen, setChosen] = useState("");
  const category = free.find(({ id }) => String(id) === chosen);
  if (free.length === 0) {
    return (
      <p className="text-sm">
        <Link href={routes.categories} className="text-link underline-offset-2 hover:underline">
          {text.makeOne}
        </Link>
      </p>
    );
  }
  return (
    <div className="flex flex-wrap items-end gap-2 border-border border-t pt-3">
      <Field label={text.add} hint={text.addHint} className="min-w-56 flex-1">
        <Select
          name="category"
          // What somebody else requires meanwhile is no longer offered, nor chosen.
          value={category ? chosen : ""}
          onChange={(event) => setChosen(event.target.value)}
          placeholder={text.choose}
          options={free.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      </Field>
      {category ? (
        <DialogButton
          key={category.id}
          load={loadRequirementDialog}
          // A category that is required leaves the choice empty, for the next one.
          dialog={{ ...dialogOf(asset, category, required, true), onDone: () => setChosen("") }}
        >
          {text.require}
        </DialogButton>
      ) : (
        <Button disabled>{text.require}</Button>
      )}
    </div>
  );
}
