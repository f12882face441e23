"use client";

import type { Route } from "next";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button, ButtonLink } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { ReloadButton } from "@/components/ui/reload-button";
import { TypedConfirm } from "@/components/ui/typed-confirm";
import type { ErrorView, Result } from "@/lib/errors";
import { commonText } from "@/lib/messages/common";
import { uiText } from "@/lib/messages/ui";

export interface ConfirmDialogProps {
  /** The question: "Burn 500.00 NWB27?" */
  title: ReactNode;
  /** What will be so afterwards, and what will not come back. */
  consequence: ReactNode;
  /** The verb and its object, never "OK". */
  confirmLabel: string;
  tone?: "danger" | "primary";
  /** A name to be typed before the button works: for what cannot be undone. */
  typeToConfirm?: string;
  /** false: something is still to be chosen or looked up before the button works. */
  isReady?: boolean;
  /** Carries it out. A refusal stays in the dialog; success (or nothing) closes it. */
  onConfirm: () => Promise<Result<unknown> | undefined>;
  onClose: () => void;
  children?: ReactNode;
}

type Failure = Pick<ErrorView, "message" | "requestId" | "link" | "isOutdated">;

/** Asks in words that name the consequence. One click is carried out once: the button rests while it runs. */
export function ConfirmDialog({
  title,
  consequence,
  confirmLabel,
  tone = "danger",
  ...props
}: ConfirmDialogProps) {
  const { typeToConfirm, isReady = true, onConfirm, onClose, children } = props;
  const formId = useId();
  const [typed, setTyped] = useState("");
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const ready = isReady && (typeToConfirm === undefined || typed.trim() === typeToConfirm);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (running || !ready) return;
    const dialog = event.currentTarget.closest("dialog");
    setRunning(true);
    const failed = await failureOf(onConfirm);
    setRunning(false);
    if (failed) setFailure(failed);
    else dialog?.close();
  };
  return (
    <Dialog
      title={title}
      acts
      onClose={onClose}
      busy={running}
      footer={
        <>
          <DialogClose disabled={running} data-autofocus={typeToConfirm === undefined || undefined}>
            {commonText.actions.cancel}
          </DialogClose>
          <Button type="submit" form={formId} variant={tone} disabled={!ready} loading={running}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <form method="dialog" id={formId} onSubmit={submit} className="grid gap-4">
        <div>{consequence}</div>
        {children}
        {typeToConfirm !== undefined && (
          <TypedConfirm word={typeToConfirm} value={typed} onChange={setTyped} />
        )}
        {failure && (
          <Alert
            tone="danger"
            title={failure.message}
            action={wayOn(failure)}
            reference={failure.requestId && commonText.requestId(failure.requestId)}
          />
        )}
      </form>
    </Dialog>
  );
}

function wayOn({ link, isOutdated }: Failure) {
  if (isOutdated) return <ReloadButton />;
  if (!link) return undefined;
  return (
    <ButtonLink size="sm" href={link.href as Route}>
      {link.label}
    </ButtonLink>
  );
}

async function failureOf(run: ConfirmDialogProps["onConfirm"]): Promise<Failure | undefined> {
  try {
    const result = await run();
    return result && !result.ok ? result.error : undefined;
  } catch {
    return { message: uiText.confirm.failed, requestId: "" };
  }
}
