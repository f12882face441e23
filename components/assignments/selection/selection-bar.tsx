"use client";

import { Button } from "@/components/ui/button";
import { DialogButton } from "@/components/ui/dialog-button";
import type { Asset } from "@/lib/contracts/amp/assets";
import { type AssignmentRow, fitsChange, SELECTION_CHANGES } from "@/lib/domain/assignment";
import { assignmentsText } from "@/lib/messages/assignments";

const { selection: text } = assignmentsText;
const load = () => import("./selection-dialog").then((module) => module.SelectionDialog);

interface SelectionBarProps {
  asset: Asset;
  rows: AssignmentRow[];
  onClear: () => void;
}

/** What can be done with the chosen rows; one button each, so that nothing hides in a menu. */
export function SelectionBar({ asset, rows, onClear }: SelectionBarProps) {
  if (rows.length === 0) return null;
  return (
    <fieldset
      aria-label={text.label}
      className="flex flex-wrap items-center gap-2 border-border border-b bg-sunken px-4 py-2 text-sm"
    >
      <span aria-live="polite" className="me-2 font-medium">
        {text.count(rows.length)}
      </span>
      {SELECTION_CHANGES.map((change) => (
        <DialogButton
          key={change}
          load={load}
          size="sm"
          variant={change === "delete" ? "danger-quiet" : "secondary"}
          disabled={!rows.some((row) => fitsChange(row, change))}
          dialog={{ asset, change, rows, onDone: onClear }}
        >
          {text.verbs[change]}
        </DialogButton>
      ))}
      <Button size="sm" variant="ghost" onClick={onClear}>
        {text.clear}
      </Button>
    </fieldset>
  );
}
