"use client";

import { ConfirmAction } from "@/components/data/confirm-action";
import type { ManagerRow } from "@/lib/domain/managers";
import { managersText } from "@/lib/messages/managers";
import { setManagerLockAction } from "@/server/actions/managers";

const { standing: text } = managersText;

/** Locks an unlocked manager, unlocks a locked one. */
export function LockButton({ manager: { id, username, isLocked } }: { manager: ManagerRow }) {
  return (
    <ConfirmAction
      variant={isLocked ? "primary" : "secondary"}
      size={isLocked ? "sm" : "md"}
      tone={isLocked ? "primary" : "danger"}
      title={isLocked ? text.unlockTitle(username) : text.lockTitle(username)}
      consequence={isLocked ? text.unlockText : text.lockText}
      confirmLabel={isLocked ? text.unlock : text.lock}
      done={isLocked ? text.unlocked : text.locked}
      action={() => setManagerLockAction({ managerId: id, isLocked: !isLocked })}
    >
      {isLocked ? text.unlock : text.lock}
    </ConfirmAction>
  );
}
