"use client";

import Link from "next/link";
import { type FormEvent, useState } from "react";
import { ConfirmAction } from "@/components/data/confirm-action";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { CategorySummary } from "@/lib/domain/categories";
import { assetsText } from "@/lib/messages/assets";
import { notify } from "@/lib/notify";
import { routes } from "@/lib/routes";
import { setRequirementAction } from "@/server/actions/categories";

interface AssetRequirementsProps {
  asset: Asset;
  categories: CategorySummary[];
  canChange: boolean;
}

/** The categories a holder must all have. */
export function AssetRequirements({ asset, categories, canChange }: AssetRequirementsProps) {
  const { requirements } = assetsText;
  const required = categories.filter((category) => asset.requirements.includes(category.id));
  return (
    <Card>
      <CardHeader title={requirements.title} description={requirements.lead} />
      <CardBody className="grid gap-4">
        {required.length === 0 ? (
          <p className="text-muted-foreground text-sm">{requirements.none}</p>
        ) : (
          <ul className="grid gap-2">
            {required.map((category) => (
              <li key={category.id} className="flex flex-wrap items-center justify-between gap-2 text-sm">
                <span>
                  <Link href={routes.category(category.id)} className="font-medium hover:underline">
                    {category.name}
                  </Link>
                  <span className="ms-2 text-muted-foreground text-xs">
                    {requirements.members(category.memberCount)}
                  </span>
                </span>
                {canChange && <Release asset={asset} category={category} />}
              </li>
            ))}
          </ul>
        )}
        {canChange && <Require asset={asset} categories={categories} />}
      </CardBody>
    </Card>
  );
}

function Release({ asset, category }: { asset: Asset; category: CategorySummary }) {
  const { release } = assetsText.requirements;
  return (
    <ConfirmAction
      variant="ghost"
      size="sm"
      title={release.title(category.name)}
      consequence={release.consequence}
      confirmLabel={release.confirm}
      done={release.done}
      action={() =>
        setRequirementAction({ categoryId: category.id, assetUuid: asset.assetUuid, isRequired: false })
      }
    >
      {release.confirm}
    </ConfirmAction>
  );
}

function Require({ asset, categories }: { asset: Asset; categories: CategorySummary[] }) {
  const { requirements } = assetsText;
  const free = categories.filter((category) => !asset.requirements.includes(category.id));
  const [chosen, setChosen] = useState("");
  const { submit, isPending, error } = useSubmit(setRequirementAction, () => {
    setChosen("");
    notify({ tone: "ok", title: requirements.added });
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (chosen) submit({ categoryId: Number(chosen), assetUuid: asset.assetUuid, isRequired: true });
  };
  if (free.length === 0) {
    return (
      <p className="text-sm">
        <Link href={routes.categories} className="text-link underline-offset-2 hover:underline">
          {requirements.makeOne}
        </Link>
      </p>
    );
  }
  return (
    <form method="post" onSubmit={send} className="grid gap-3 border-border border-t pt-3">
      <FormAlert error={error} />
      <div className="flex flex-wrap items-end gap-2">
        <Field label={requirements.add} hint={requirements.addHint} className="min-w-56 flex-1">
          <Select
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
            placeholder={requirements.choose}
            options={free.map((category) => ({ value: String(category.id), label: category.name }))}
          />
        </Field>
        <Button type="submit" disabled={!chosen} loading={isPending}>
          {requirements.require}
        </Button>
      </div>
    </form>
  );
}
