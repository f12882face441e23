"use client";

import { DialogButton } from "@/components/ui/dialog-button";
import { assignmentGridText as text } from "@/lib/messages/assignment-grid";
import { notify } from "@/lib/notify";

const load = () => import("@/components/ui/confirm-dialog").then((module) => module.ConfirmDialog);

export function ClearButton({ onClear }: { onClear: () => void }) {
  const onConfirm = async () => {
    onClear();
    notify({ tone: "ok", title: text.cleared });
    return undefined;
  };
  return (
    <DialogButton
      load={load}
      variant="ghost"
      dialog={{
        ...{ title: text.clearTitle, consequence: text.clearText },
        ...{ confirmLabel: text.clear, onConfirm },
      }}
    >
      {text.clear}
    </DialogButton>
  );
}
