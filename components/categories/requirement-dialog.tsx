"use client";

import { useQuery } from "@tanstack/react-query";
import { getJson } from "@/components/data/get-json";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Spinner } from "@/components/ui/spinner";
import type { RequiringAsset } from "@/lib/domain/categories";
import type { CategoryName, RequirementImpact } from "@/lib/domain/eligibility";
import { categoriesText } from "@/lib/messages/categories";
import { setRequirementAction } from "@/server/actions/categories";
import { ImpactFigures } from "./impact-figures";
import { useConfirmed } from "./use-confirmed";

const { requirement: text } = categoriesText;

interface RequirementDialogProps {
  category: CategoryName;
  asset: Pick<RequiringAsset, "assetUuid" | "name" | "hasEndpoint" | "otherRequirements">;
  /** What the asset shall do: require the category, or no longer. */
  isRequired: boolean;
  onClose: () => void;
}

/** Says who is concerned before an asset starts or stops to require a category. */
export function RequirementDialog({ category, asset, isRequired, onClose }: RequirementDialogProps) {
  const input = { categoryId: category.id, assetUuid: asset.assetUuid, isRequired };
  const onConfirm = useConfirmed(
    () => setRequirementAction(input),
    (isRequired ? text.required : text.released)(category.name, asset.name),
  );
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
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <Impact input={input} />
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

interface ImpactInput {
  categoryId: number;
  assetUuid: string;
  isRequired: boolean;
}

function Impact({ input }: { input: ImpactInput }) {
  const query = new URLSearchParams({ asset: input.assetUuid, required: input.isRequired ? "1" : "0" });
  const path = `/api/categories/${input.categoryId}/impact?${query}`;
  const { data, isError } = useQuery<RequirementImpact>({
    queryKey: [path],
    queryFn: () => getJson<RequirementImpact>(path),
    staleTime: 0,
  });
  if (isError) return <p className="text-muted-foreground">{text.notCounted}</p>;
  if (!data) {
    return (
      <p role="status" className="flex items-center gap-2 text-muted-foreground">
        <Spinner />
        {text.counting}
      </p>
    );
  }
  return <ImpactFigures impact={data} />;
}
