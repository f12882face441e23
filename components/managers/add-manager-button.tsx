"use client";

import { DialogButton } from "@/components/ui/dialog-button";
import { usePressedAtOnce } from "@/components/ui/use-pressed-at-once";
import { managersText } from "@/lib/messages/managers";
import { ADD } from "@/lib/routes";

const load = () => import("./add-manager-dialog").then((module) => module.AddManagerDialog);

/** Whoever came to the page by this command need not press it. */
export function AddManagerButton({ intentId }: { intentId: string }) {
  const button = usePressedAtOnce(ADD);
  return (
    <DialogButton ref={button} load={load} dialog={{ intentId }} variant="primary">
      {managersText.create.open}
    </DialogButton>
  );
}
