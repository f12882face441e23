"use client";

import { CircleChanges } from "@/components/categories/circle-changes";
import { useImpact } from "@/components/categories/use-impact";
import { useConfirmed } from "@/components/data/use-confirmed";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { isHarmful } from "@/lib/domain/eligibility";
import type { MembershipsImpact } from "@/lib/domain/membership-impact";
import { usersText } from "@/lib/messages/users";
import { archiveUserAction, restoreUserAction } from "@/server/actions/users";

const { archive: text } = usersText;

export interface ArchiveProps {
  user: { id: number; name: string };
  /** How many categories the user leaves, or is put back into. */
  categories: number;
  /** What shall be: the user is archived, or no longer. */
  isArchived: boolean;
}

/** Says which assets a user may receive or not any more before all categories are left, or joined again. */
export function ArchiveDialog(props: ArchiveProps & { onClose: () => void }) {
  const { user, categories, isArchived, onClose } = props;
  const { id: userId, name } = user;
  const { impact, age, waiting, isReady, isUncounted } = useImpact<MembershipsImpact>(
    `/api/users/${userId}/archive${isArchived ? "" : "?back=1"}`,
  );
  const onConfirm = useConfirmed(
    () => (isArchived ? archiveUserAction({ userId }) : restoreUserAction({ userId })),
    (isArchived ? text.archiveDone : text.restoreDone)(name),
  );
  return (
    <ConfirmDialog
      title={(isArchived ? text.archiveTitle : text.restoreTitle)(name)}
      tone={isArchived ? "danger" : "primary"}
      consequence={<p>{isArchived ? text.archiveText(name, categories) : text.restoreText(categories)}</p>}
      confirmLabel={isArchived ? text.archive : text.restore}
      isReady={isReady}
      {...(isUncounted || impact?.assets.some(isHarmful) ? { typeToConfirm: name } : {})}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {impact ? <CircleChanges changes={impact.assets} /> : waiting}
      {age}
    </ConfirmDialog>
  );
}
