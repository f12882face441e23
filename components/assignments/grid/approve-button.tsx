"use client";

import { useRouter } from "next/navigation";
import { askAction } from "@/components/data/get-json";
import { ConfirmButton } from "@/components/ui/confirm-button";
import type { Asset } from "@/lib/contracts/amp/assets";
import { type CheckedRow, GRID_PART, type GridTotals } from "@/lib/domain/assignment-grid";
import { formatAmount } from "@/lib/format/amounts";
import { assignmentGridText } from "@/lib/messages/assignment-grid";
import { routes } from "@/lib/routes";
import { startBatchAction } from "@/server/actions/assignment-batches";

const { approve: text } = assignmentGridText;

interface ApproveButtonProps {
  asset: Asset;
  intentId: string;
  checked: CheckedRow[];
  totals: GridTotals;
  /** The batch is written down: the grid may be emptied. */
  onApproved: () => void;
}

/** One approval of everything in the grid; what follows has a page of its own. */
export function ApproveButton({ asset, intentId, checked, totals, onApproved }: ApproveButtonProps) {
  const router = useRouter();
  const { assetUuid, precision, ticker } = asset;
  const rows = checked.flatMap(({ row, assignee, sats, vestsAt }) =>
    assignee?.kind === "one" && sats !== null
      ? [{ registeredUser: assignee.userId, amountSats: sats, isReady: row.isReady, vestsAt }]
      : [],
  );
  const onConfirm = async () => {
    const result = await askAction(() => startBatchAction({ intentId, assetUuid, rows }));
    if (result.ok) {
      onApproved();
      const { batchId, batches } = result.data;
      router.push(batches > 1 ? routes.assignments(assetUuid) : routes.assignmentBatch(assetUuid, batchId));
    }
    return result;
  };
  const ready = rows.filter(({ isReady }) => isReady).length;
  const later = checked.filter(({ vestsAt }) => vestsAt !== null && vestsAt > new Date()).length;
  const remarks = checked.filter(({ warnings }) => warnings.length > 0).length;
  const users = new Set(rows.map(({ registeredUser }) => registeredUser)).size;
  return (
    <ConfirmButton
      variant="primary"
      size="lg"
      disabled={!totals.canAssign}
      dialog={{
        ...{
          title: text.title(rows.length),
          confirmLabel: text.confirm,
          tone: "primary" as const,
          onConfirm,
        },
        consequence: (
          <div className="grid gap-2">
            <p>{text.text(formatAmount(totals.totalSats, precision, { ticker }), users)}</p>
            <p>{text.ready(ready, rows.length - ready)}</p>
            <p>{text.vesting(later, rows.length - later)}</p>
            {rows.length > GRID_PART && <p>{text.batches(Math.ceil(rows.length / GRID_PART), GRID_PART)}</p>}
            {remarks > 0 && <p className="text-blocked">{text.warnings(remarks)}</p>}
          </div>
        ),
      }}
    >
      {text.button(totals.rows)}
    </ConfirmButton>
  );
}
