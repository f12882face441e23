"use client";

import { DialogButton } from "@/components/ui/dialog-button";
import type { RequiringAsset } from "@/lib/domain/categories";
import type { CategoryName } from "@/lib/domain/eligibility";
import { categoriesText } from "@/lib/messages/categories";
import { loadRequirementDialog } from "./load-dialogs";

const { assetCard: text } = categoriesText;

export function ReleaseAssetButton({ category, asset }: { category: CategoryName; asset: RequiringAsset }) {
  return (
    <DialogButton
      load={loadRequirementDialog}
      dialog={{ category: { id: category.id, name: category.name }, asset, isRequired: false }}
      size="sm"
      aria-label={text.releaseFrom(asset.name)}
    >
      {text.release}
    </DialogButton>
  );
}
