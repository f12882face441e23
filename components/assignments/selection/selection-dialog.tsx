"use client";

import { useState } from "react";
import type { Asset } from "@/lib/contracts/amp/assets";
import { type AssignmentRow, fitsChange, type SelectionChange } from "@/lib/domain/assignment";
import { ChangeDialog } from "./change-dialog";

interface SelectionDialogProps {
  asset: Asset;
  change: SelectionChange;
  rows: AssignmentRow[];
  /** Everything was asked for. */
  onDone: () => void;
  onClose: () => void;
}

/** A change of the rows that are chosen on the page. */
export function SelectionDialog({ rows: chosen, change, ...props }: SelectionDialogProps) {
  // As it was asked: the page behind is read again while this goes on.
  const [rows] = useState(() => chosen.filter((row) => fitsChange(row, change)));
  const [leftOut] = useState(chosen.length - rows.length);
  const wanted = {
    count: rows.length,
    totalSats: rows.reduce((sum, { amount }) => sum + amount, 0n),
    leftOut,
  };
  return <ChangeDialog {...props} change={change} wanted={wanted} rows={rows} />;
}
