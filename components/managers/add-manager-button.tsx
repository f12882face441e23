"use client";

import { DialogButton } from "@/components/ui/dialog-button";
import { managersText } from "@/lib/messages/managers";

const load = () => import("./add-manager-dialog").then((module) => module.AddManagerDialog);

export function AddManagerButton({ intentId }: { intentId: string }) {
  return (
    <DialogButton load={load} dialog={{ intentId }} variant="primary">
      {managersText.create.open}
    </DialogButton>
  );
}
