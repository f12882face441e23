"use client";

import { DialogButton } from "@/components/ui/dialog-button";
import type { RequiringAsset } from "@/lib/domain/categories";
import type { CategoryName } from "@/lib/domain/eligibility";
import { categoriesText } from "@/lib/messages/categories";

const { assetCard: text } = categoriesText;
const load = () => import("./requirement-dialog").then((module) => module.RequirementDialog);

export function ReleaseAssetButton({ category, asset }: { category: CategoryName; asset: RequiringAsset }) {
  return (
    <DialogButton
      load={load}
      dialog={{ category: { id: category.id, name: category.name }, asset, isRequired: false }}
      size="sm"
      aria-label={text.releaseFrom(asset.name)}
    >
      {text.release}
    </DialogButton>
  );
}
