"use client";

import { useRef } from "react";
import { closeDialog, FormDialog } from "@/components/data/form-dialog";
import { useSubmit } from "@/components/data/use-submit";
import { accountText } from "@/lib/messages/account";
import { notify } from "@/lib/notify";
import { refreshTokenAction } from "@/server/actions/account";
import { isAnswerLost, SignInAgain } from "./answer-lost";
import { WhatBreaks } from "./what-breaks";

const { refreshToken: text } = accountText;

interface TokenDialogProps {
  openOperations: number;
  onClose: () => void;
}

export function TokenDialog({ openOperations, onClose }: TokenDialogProps) {
  const form = useRef<HTMLFormElement>(null);
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
      canSubmit={!isLost}
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
        </>
      )}
    </FormDialog>
  );
}
