"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { DialogButton } from "@/components/ui/dialog-button";
import type { Asset } from "@/lib/contracts/amp/assets";
import { type AssignmentRow, fitsChange, MASS_CHANGES, SELECTION_CHANGES } from "@/lib/domain/assignment";
import { type ListState, listHref } from "@/lib/list-state";
import { assignmentChoiceText as text } from "@/lib/messages/assignment-choice";

const load = () => import("./selection-dialog").then((module) => module.SelectionDialog);
const loadMatching = () => import("./matching-dialog").then((module) => module.MatchingDialog);

interface SelectionBarProps {
  asset: Asset;
  state: ListState;
  /** Of the whole list, as it is filtered; null when it is not counted. */
  total: number | null;
  /** Of the page that is shown. */
  shown: number;
  rows: AssignmentRow[];
  /** Nothing on the page is left out: whoever takes one out does not mean all that match. */
  isPageWhole: boolean;
  onClear: () => void;
}

/** What can be done with the chosen rows; one button each, so that nothing hides in a menu. */
export function SelectionBar(props: SelectionBarProps) {
  const { asset, state, total, shown, rows, isPageWhole, onClear } = props;
  // Another search or filter begins anew, so that nothing is changed that was not meant.
  const view = listHref(state);
  const [chosenView, setChosenView] = useState<string | null>(null);
  const [isBegun, setBegun] = useState(false);
  const clear = () => {
    setBegun(false);
    setChosenView(null);
    onClear();
  };
  if (rows.length === 0 && !isBegun) return null;
  const isMatching = isPageWhole && chosenView === view && total !== null;
  return (
    <fieldset
      aria-label={text.label}
      className="flex flex-wrap items-center gap-2 border-border border-b bg-sunken px-4 py-2 text-sm"
    >
      <span aria-live="polite" className="me-2 font-medium">
        {isMatching ? text.matchingCount(total) : text.count(rows.length)}
      </span>
      {isPageWhole && !isMatching && total !== null && total > shown && (
        <Button variant="link" onClick={() => setChosenView(view)}>
          {text.matching(total)}
        </Button>
      )}
      {isMatching
        ? MASS_CHANGES.map((change) => (
            <DialogButton key={change} load={loadMatching} size="sm" dialog={{ asset, change, state }}>
              {text.verbs[change]}
            </DialogButton>
          ))
        : SELECTION_CHANGES.map((change) => (
            <DialogButton
              key={change}
              load={load}
              size="sm"
              variant={change === "delete" ? "danger-quiet" : "secondary"}
              disabled={!rows.some((row) => fitsChange(row, change))}
              dialog={{ asset, change, rows, onBegun: () => setBegun(true), onDone: clear }}
            >
              {text.verbs[change]}
            </DialogButton>
          ))}
      <Button size="sm" variant="ghost" onClick={clear}>
        {text.clear}
      </Button>
    </fieldset>
  );
}
