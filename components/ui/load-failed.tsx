"use client";

import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ReloadButton } from "@/components/ui/reload-button";
import { failuresText as text } from "@/lib/messages/failures";

interface LoadFailedProps {
  /** Of a dialog, which is then told of in a dialog. */
  onClose?: () => void;
}

/** In place of a part whose script could not be fetched: without a connection, or because a newer desk runs by now. */
export function LoadFailed({ onClose }: LoadFailedProps) {
  if (!onClose) return <Told />;
  return (
    <dialog
      ref={open}
      aria-label={text.part}
      onClose={onClose}
      className="m-auto w-[calc(100%-2rem)] max-w-md whitespace-normal rounded-lg bg-card p-0 text-start"
    >
      <Told>
        <form method="dialog">
          <Button type="submit" size="sm">
            {text.close}
          </Button>
        </form>
      </Told>
    </dialog>
  );
}

const Told = ({ children }: { children?: ReactNode }) => (
  <Alert
    tone="blocked"
    title={text.part}
    action={
      <>
        <ReloadButton />
        {children}
      </>
    }
  >
    {text.partText}
  </Alert>
);

function open(dialog: HTMLDialogElement | null) {
  if (dialog && !dialog.open) dialog.showModal();
}
