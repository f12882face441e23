"use client";

import { useConfirmed } from "@/components/data/use-confirmed";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { type CategoryName, isHarmful } from "@/lib/domain/eligibility";
import type { MembershipsImpact } from "@/lib/domain/membership-impact";
import { categoryImpactText } from "@/lib/messages/category-impact";
import { setMembershipAction } from "@/server/actions/categories";
import { CircleChanges } from "./circle-changes";
import { useImpact } from "./use-impact";

const { membership: text } = categoryImpactText;

export interface MembershipProps {
  user: { id: number; name: string };
  category: CategoryName;
  /** What shall be: the user is in the category, or no longer. */
  isMember: boolean;
  /** Once it is so. */
  onDone?: () => void;
}

/** Says which assets a user may receive or not any more before a category gains or loses the user. */
export function MembershipDialog({
  user,
  category,
  isMember,
  onDone,
  onClose,
}: MembershipProps & { onClose: () => void }) {
  const { impact, age, waiting, isReady, isUncounted } = useImpact<MembershipsImpact>(
    `/api/categories/${category.id}/membership?user=${user.id}&member=${isMember ? "1" : "0"}`,
  );
  const confirm = useConfirmed(
    () => setMembershipAction({ categoryId: category.id, userId: user.id, isMember }),
    (isMember ? text.added : text.removed)(user.name, category.name),
  );
  const onConfirm = async () => {
    const result = await confirm();
    if (result.ok) onDone?.();
    return result;
  };
  return (
    <ConfirmDialog
      title={(isMember ? text.addTitle : text.removeTitle)(user.name, category.name)}
      tone={isMember ? "primary" : "danger"}
      consequence={<p>{text.takesEffect}</p>}
      confirmLabel={isMember ? text.add : text.remove}
      isReady={isReady}
      {...(isUncounted || impact?.assets.some(isHarmful) ? { typeToConfirm: user.name } : {})}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {impact ? <Impact impact={impact} /> : waiting}
      {age}
    </ConfirmDialog>
  );
}

function Impact({ impact }: { impact: MembershipsImpact }) {
  if (impact.changes === 0) return <p className="text-muted-foreground">{text.already}</p>;
  return <CircleChanges changes={impact.assets} archived={impact.archived} />;
}
