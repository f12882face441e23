"use client";

import { type FormEvent, type ReactNode, type RefObject, useId } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, type DialogProps } from "@/components/ui/dialog";
import type { ErrorView } from "@/lib/errors";
import { commonText } from "@/lib/messages/common";

interface FormDialogProps extends Pick<DialogProps, "title" | "description" | "onClose" | "size"> {
  submitLabel: string;
  /** The number of what it is about, where another dialog may have the same title. */
  about?: number;
  tone?: "primary" | "danger";
  /** false: nothing can be sent from here any more. */
  canSubmit?: boolean;
  isPending: boolean;
  error: ErrorView | null;
  /** Fields whose errors stand below them. */
  fieldNames?: string[];
  onSubmit: (form: FormData) => void;
  /** For `closeDialog`. */
  form: RefObject<HTMLFormElement | null>;
  children: ReactNode;
}

/** A form in a dialog: what was typed stays when it is refused. */
export function FormDialog({
  submitLabel,
  about,
  tone = "primary",
  canSubmit = true,
  isPending,
  error,
  fieldNames = [],
  onSubmit,
  form,
  children,
  ...dialog
}: FormDialogProps) {
  const formId = useId();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit(new FormData(event.currentTarget));
  };
  return (
    <Dialog
      {...dialog}
      acts
      busy={isPending}
      footer={
        <>
          <DialogClose disabled={isPending}>{commonText.actions.cancel}</DialogClose>
          <Button type="submit" form={formId} variant={tone} disabled={!canSubmit} loading={isPending}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <form
        method="dialog"
        ref={form}
        id={formId}
        data-about={about}
        onSubmit={send}
        noValidate
        className="grid gap-4"
      >
        <FormAlert error={error} fieldNames={fieldNames} />
        {children}
      </form>
    </Dialog>
  );
}

/** As the person would: focus goes back to where it came from. */
export const closeDialog = (form: RefObject<HTMLFormElement | null>) =>
  form.current?.closest("dialog")?.close();
