"use client";

import { useRef, useState } from "react";
import { closeDialog, FormDialog } from "@/components/data/form-dialog";
import { useSubmit } from "@/components/data/use-submit";
import { Alert } from "@/components/ui/alert";
import { Checkbox } from "@/components/ui/checkbox";
import { accountText } from "@/lib/messages/account";
import { notify } from "@/lib/notify";
import { refreshTokenAction } from "@/server/actions/account";
import { isAnswerLost, SignInAgain } from "./answer-lost";
import { WhatBreaks } from "./what-breaks";

const { refreshToken: text } = accountText;

interface TokenDialogProps {
  /** Who signed in with the token alone may have nothing else to sign in with. */
  isByToken: boolean;
  openOperations: number;
  onClose: () => void;
}

export function TokenDialog({ isByToken, openOperations, onClose }: TokenDialogProps) {
  const form = useRef<HTMLFormElement>(null);
  const [isConfirmed, setIsConfirmed] = useState(!isByToken);
  const { submit, isPending, error } = useSubmit(refreshTokenAction, () => {
    notify({ tone: "ok", title: text.done });
    closeDialog(form);
  });
  const isLost = isAnswerLost(error);
  return (
    <FormDialog
      title={text.title}
      submitLabel={text.submit}
      tone="danger"
      canSubmit={!isLost && isConfirmed}
      isPending={isPending}
      error={error}
      onSubmit={() => submit({})}
      onClose={onClose}
      form={form}
    >
      {isLost ? (
        <SignInAgain />
      ) : (
        <>
          <p className="text-sm">{text.text}</p>
          <WhatBreaks openOperations={openOperations} />
          {isByToken && (
            <Alert tone="danger" title={text.byToken}>
              <Checkbox
                label={text.confirm}
                checked={isConfirmed}
                onChange={(event) => setIsConfirmed(event.target.checked)}
              />
            </Alert>
          )}
        </>
      )}
    </FormDialog>
  );
}
