"use client";

import { DialogButton } from "@/components/ui/dialog-button";
import { usePressedAtOnce } from "@/components/ui/use-pressed-at-once";
import { managersText } from "@/lib/messages/managers";

const load = () => import("./add-manager-dialog").then((module) => module.AddManagerDialog);

interface AddManagerButtonProps {
  intentId: string;
  /** Whoever came to the page by this command need not press it. */
  isPressed?: boolean;
}

export function AddManagerButton({ intentId, isPressed = false }: AddManagerButtonProps) {
  const button = usePressedAtOnce(isPressed);
  return (
    <DialogButton ref={button} load={load} dialog={{ intentId }} variant="primary">
      {managersText.create.open}
    </DialogButton>
  );
}
