"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { CategoryName } from "@/lib/domain/eligibility";
import { categoriesText } from "@/lib/messages/categories";
import { setMembershipAction } from "@/server/actions/categories";
import { useConfirmed } from "./use-confirmed";

const { removal: text } = categoriesText;

export interface RemoveMemberProps {
  user: { id: number; name: string };
  category: CategoryName;
  /** How many assets require the category. */
  usedBy: number;
  /** Their names, where they are known. */
  assetNames?: string[];
}

export function RemoveMemberDialog({
  user,
  category,
  usedBy,
  assetNames = [],
  onClose,
}: RemoveMemberProps & { onClose: () => void }) {
  const onConfirm = useConfirmed(
    () => setMembershipAction({ categoryId: category.id, userId: user.id, isMember: false }),
    text.done(user.name, category.name),
  );
  return (
    <ConfirmDialog
      title={text.title(user.name, category.name)}
      consequence={
        <>
          <p>{consequence(user.name, usedBy, assetNames)}</p>
          {usedBy > 0 && <p className="mt-2 text-muted-foreground">{text.back}</p>}
        </>
      }
      confirmLabel={text.confirm}
      onConfirm={onConfirm}
      onClose={onClose}
    />
  );
}

function consequence(userName: string, usedBy: number, assetNames: string[]): string {
  if (usedBy === 0) return text.unused;
  if (assetNames.length === usedBy) return text.used(userName, assetNames.join(", "));
  return text.usedUnnamed(userName, usedBy);
}
