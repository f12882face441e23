"use client";

import type { ComponentProps } from "react";
import type { ConfirmDialogProps } from "./confirm-dialog";
import { DialogButton } from "./dialog-button";

const load = () => import("./confirm-dialog").then((module) => module.ConfirmDialog);

interface ConfirmButtonProps extends Omit<ComponentProps<typeof DialogButton>, "load" | "dialog"> {
  dialog: Omit<ConfirmDialogProps, "onClose">;
}

/** A button whose deed is confirmed first; the dialog is fetched when somebody needs it. */
export const ConfirmButton = (props: ConfirmButtonProps) => <DialogButton load={load} {...props} />;
