"use client";

import { DialogButton } from "@/components/ui/dialog-button";
import type { ManagerRow } from "@/lib/domain/managers";
import { previewText } from "@/lib/messages/preview";

const load = () => import("./preview-dialog").then((module) => module.PreviewDialog);

export function PreviewButton({ manager }: { manager: ManagerRow }) {
  return (
    <DialogButton load={load} dialog={{ manager }}>
      {previewText.open}
    </DialogButton>
  );
}
