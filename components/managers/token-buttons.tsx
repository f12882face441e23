"use client";

import { DialogButton } from "@/components/ui/dialog-button";
import type { ManagerRow } from "@/lib/domain/managers";
import { managersText } from "@/lib/messages/managers";

const load = () => import("./token-dialog").then((module) => module.TokenDialog);

/** Asks for the manager's password and shows the token that AMP gives for it. */
export function ShowTokenButton({ manager }: { manager: ManagerRow }) {
  return (
    <DialogButton load={load} dialog={{ manager, way: "show" as const }} size="sm">
      {managersText.token.show}
    </DialogButton>
  );
}

/** Sets a password and shows the token that comes with it. */
export function NewPasswordButton({ manager }: { manager: ManagerRow }) {
  return (
    <DialogButton load={load} dialog={{ manager, way: "change" as const }} size="sm">
      {managersText.newPassword.open}
    </DialogButton>
  );
}
