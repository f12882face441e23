"use client";

import { useEffect, useRef, useState } from "react";
import { FormDialog } from "@/components/data/form-dialog";
import { useSubmit } from "@/components/data/use-submit";
import { Alert } from "@/components/ui/alert";
import { CopyId } from "@/components/ui/copy-id";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ManagerRow } from "@/lib/domain/managers";
import { managersText } from "@/lib/messages/managers";
import { changeManagerPasswordAction, showManagerTokenAction } from "@/server/actions/managers";
import { closeLater, SHOWN_MINUTES } from "./close-later";
import { NewPasswordField } from "./new-password-field";

const { token: text, newPassword } = managersText;
const FIELDS = ["password"];

interface TokenDialogProps {
  manager: ManagerRow;
  way: "show" | "change";
  onClose: () => void;
}

/** First the password, then the token: it lives in this dialog alone and is gone with it. */
export function TokenDialog({ manager, way, onClose }: TokenDialogProps) {
  const [token, setToken] = useState<string | null>(null);
  if (token !== null) return <ShownToken token={token} onClose={onClose} />;
  return <PasswordForm manager={manager} way={way} onToken={setToken} onClose={onClose} />;
}

function PasswordForm({
  manager,
  way,
  onToken,
  onClose,
}: TokenDialogProps & { onToken: (token: string) => void }) {
  const form = useRef<HTMLFormElement>(null);
  const isChange = way === "change";
  const { submit, isPending, error, fields } = useSubmit(
    isChange ? changeManagerPasswordAction : showManagerTokenAction,
    ({ token }) => onToken(token),
  );
  const words = isChange ? newPassword : text;
  return (
    <FormDialog
      title={words.title(manager.username)}
      description={words.lead}
      submitLabel={words.submit}
      tone={isChange ? "danger" : "primary"}
      isPending={isPending}
      error={error}
      fieldNames={FIELDS}
      onSubmit={(data) => submit({ managerId: manager.id, password: String(data.get("password")) })}
      onClose={onClose}
      form={form}
    >
      {!isChange && manager.isLocked && <Alert tone="blocked" title={text.whyLocked} />}
      {isChange ? (
        <NewPasswordField label={managersText.password.newLabel} error={fields.password} />
      ) : (
        <Field label={managersText.password.label} error={fields.password} required>
          <Input name="password" type="password" autoComplete="off" />
        </Field>
      )}
    </FormDialog>
  );
}

function ShownToken({ token, onClose }: { token: string; onClose: () => void }) {
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => closeLater(() => content.current?.closest("dialog")?.close()), []);
  return (
    <Dialog
      title={text.shown}
      description={text.once(SHOWN_MINUTES)}
      onClose={onClose}
      footer={
        <DialogClose variant="primary" data-autofocus>
          {text.close}
        </DialogClose>
      }
    >
      <div ref={content} className="grid gap-4">
        <CopyId value={token} label={text.label} full />
        <section>
          <h3 className="font-medium">{text.can}</h3>
          <p className="text-muted-foreground">{text.canText}</p>
        </section>
      </div>
    </Dialog>
  );
}
