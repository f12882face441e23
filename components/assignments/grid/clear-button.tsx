"use client";

import { ConfirmButton } from "@/components/ui/confirm-button";
import { assignmentGridText as text } from "@/lib/messages/assignment-grid";
import { notify } from "@/lib/notify";

export function ClearButton({ onClear }: { onClear: () => void }) {
  const onConfirm = async () => {
    onClear();
    notify({ tone: "ok", title: text.cleared });
    return undefined;
  };
  return (
    <ConfirmButton
      variant="ghost"
      dialog={{
        ...{ title: text.clearTitle, consequence: text.clearText },
        ...{ confirmLabel: text.clear, onConfirm },
      }}
    >
      {text.clear}
    </ConfirmButton>
  );
}
