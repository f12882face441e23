"use client";

import { useState } from "react";
import { useConfirmed } from "@/components/data/use-confirmed";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { RadioCard, RadioGroup } from "@/components/ui/radio-card";
import type { CreatedEnd, UndoPreview } from "@/lib/domain/user-jobs";
import { userJobsText } from "@/lib/messages/user-jobs";
import { routes } from "@/lib/routes";
import { undoUserJobAction } from "@/server/actions/user-jobs";

const { undo: text } = userJobsText;

interface UndoDialogProps {
  jobId: string;
  preview: UndoPreview;
  onClose: () => void;
}

/** Asks what becomes of the users that were made: AMP does not always let a deleted one be registered again. */
export function UndoDialog({ jobId, preview, onClose }: UndoDialogProps) {
  const [created, setCreated] = useState<CreatedEnd>("archive");
  const onConfirm = useConfirmed(
    () => undoUserJobAction({ jobId, created }),
    text.begun,
    (undo) => routes.userJob(undo.jobId),
  );
  return (
    <ConfirmDialog
      title={text.title(preview.users)}
      consequence={
        <div className="grid gap-2">
          <p>{text.text}</p>
          {preview.gaidsLeft > 0 && <p>{text.gaidsLeft(preview.gaidsLeft)}</p>}
        </div>
      }
      confirmLabel={text.confirm}
      {...(created === "delete" ? { typeToConfirm: text.deleteWord } : {})}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {preview.created > 0 && (
        <RadioGroup legend={text.created(preview.created)}>
          {(["archive", "delete"] as const).map((end) => (
            <RadioCard
              key={end}
              name="created"
              value={end}
              checked={created === end}
              onChange={() => setCreated(end)}
              title={text[end]}
              description={text[`${end}Text`]}
            />
          ))}
        </RadioGroup>
      )}
    </ConfirmDialog>
  );
}
