"use client";

import { useConfirmed } from "@/components/data/use-confirmed";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { RequirementImpact } from "@/lib/domain/eligibility";
import { categoryImpactText } from "@/lib/messages/category-impact";
import { routes } from "@/lib/routes";
import { deleteCategoryAction } from "@/server/actions/categories";
import { CircleChanges } from "./circle-changes";
import { useImpact } from "./use-impact";

const { deletion: text } = categoryImpactText;

export interface DeleteCategoryProps {
  category: { id: number; name: string; memberCount: number };
}

/** What is deleted cannot be brought back: its name is typed, whatever it is used for. */
export function DeleteCategoryDialog({ category, onClose }: DeleteCategoryProps & { onClose: () => void }) {
  const { id, name, memberCount } = category;
  const { impact, age, waiting, isReady } = useImpact<RequirementImpact[]>(`/api/categories/${id}/deletion`);
  const onConfirm = useConfirmed(
    () => deleteCategoryAction({ categoryId: id }),
    text.done(name),
    () => routes.categories,
    true,
  );
  return (
    <ConfirmDialog
      title={text.title(name)}
      consequence={<p>{text.forEver(memberCount)}</p>}
      confirmLabel={text.confirm}
      typeToConfirm={name}
      isReady={isReady}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {impact ? <Impact impact={impact} /> : waiting}
      {age}
    </ConfirmDialog>
  );
}

function Impact({ impact }: { impact: RequirementImpact[] }) {
  if (impact.length === 0) return <p className="text-muted-foreground">{text.unused}</p>;
  return (
    <div className="grid gap-3">
      <p>{text.used(impact.length)}</p>
      <CircleChanges changes={impact} />
      <p className="text-muted-foreground">{text.undocumented}</p>
    </div>
  );
}
