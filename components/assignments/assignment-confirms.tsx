import Lock from "lucide-react/icons/lock";
import LockOpen from "lucide-react/icons/lock-open";
import Trash2 from "lucide-react/icons/trash-2";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { AssignmentRow } from "@/lib/domain/assignment";
import { formatAmount } from "@/lib/format/amounts";
import { assignmentsText } from "@/lib/messages/assignments";
import { deleteAssignmentAction, setAssignmentLockAction } from "@/server/actions/assignments";

/** What is asked before an assignment is held back or unlocked, and before it is deleted; in its row and on its page. */
export function confirmsOf(
  row: AssignmentRow,
  { assetUuid, precision, ticker }: Pick<Asset, "assetUuid" | "precision" | "ticker">,
) {
  const ids = { assetUuid, assignmentId: row.id };
  const words = row.readyForDistribution ? assignmentsText.lock : assignmentsText.unlock;
  const { remove } = assignmentsText;
  return {
    lock: {
      icon: row.readyForDistribution ? <Lock aria-hidden /> : <LockOpen aria-hidden />,
      tone: "primary",
      title: words.title(row.userName),
      consequence: words.consequence,
      confirmLabel: words.confirm,
      done: words.done,
      action: () => setAssignmentLockAction({ ...ids, isLocked: row.readyForDistribution }),
    },
    remove: {
      icon: <Trash2 aria-hidden />,
      title: remove.title(row.userName),
      consequence: remove.consequence(formatAmount(row.amount, precision, { ticker })),
      confirmLabel: remove.confirm,
      done: remove.done,
      action: () => deleteAssignmentAction(ids),
    },
  } as const;
}
