"use client";

import { useConfirmed } from "@/components/data/use-confirmed";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { RequiringAsset } from "@/lib/domain/categories";
import { type CategoryName, isHarmful, type RequirementImpact } from "@/lib/domain/eligibility";
import { categoriesText } from "@/lib/messages/categories";
import { setRequirementAction } from "@/server/actions/categories";
import { ImpactFigures } from "./impact-figures";
import { useImpact } from "./use-impact";

const { requirement: text } = categoriesText;

interface RequirementDialogProps {
  category: CategoryName;
  asset: Pick<RequiringAsset, "assetUuid" | "name" | "hasEndpoint" | "otherRequirements">;
  /** What the asset shall do: require the category, or no longer. */
  isRequired: boolean;
  /** Once it is so. */
  onDone?: () => void;
  onClose: () => void;
}

/** Says who is concerned before an asset starts or stops to require a category. */
export function RequirementDialog({ category, asset, isRequired, onDone, onClose }: RequirementDialogProps) {
  const query = new URLSearchParams({ asset: asset.assetUuid, required: isRequired ? "1" : "0" });
  const { impact, age, waiting, isReady, isUncounted } = useImpact<RequirementImpact>(
    `/api/categories/${category.id}/impact?${query}`,
  );
  const confirm = useConfirmed(
    () => setRequirementAction({ categoryId: category.id, assetUuid: asset.assetUuid, isRequired }),
    (isRequired ? text.required : text.released)(category.name, asset.name),
  );
  const onConfirm = async () => {
    const result = await confirm();
    if (result.ok) onDone?.();
    return result;
  };
  return (
    <ConfirmDialog
      title={(isRequired ? text.addTitle : text.removeTitle)(category.name, asset.name)}
      tone={isRequired ? "primary" : "danger"}
      consequence={
        <div className="grid gap-2">
          {consequences(asset, isRequired).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      }
      confirmLabel={isRequired ? text.addConfirm : text.removeConfirm}
      isReady={isReady}
      {...(isUncounted || (impact && isHarmful(impact)) ? { typeToConfirm: asset.name } : {})}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {impact ? <ImpactFigures impact={impact} /> : waiting}
      {age}
    </ConfirmDialog>
  );
}

function consequences(asset: RequirementDialogProps["asset"], isRequired: boolean): string[] {
  const others = asset.otherRequirements.map(({ name }) => name).join(", ");
  return [
    ...(isRequired && others ? [text.and(asset.name, others)] : []),
    isRequired ? text.addText : others ? text.removeText(asset.name, others) : text.removeLast(asset.name),
    ...(asset.hasEndpoint ? [text.endpoint] : []),
  ];
}
