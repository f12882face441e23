import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { ReloadButton } from "@/components/ui/reload-button";
import type { ErrorView } from "@/lib/errors";
import { failuresText } from "@/lib/messages/failures";

/** A refusal or failure over a form or a list, with the reference under which the log knows it. */
export function ErrorAlert({ error, action }: { error: ErrorView; action?: ReactNode }) {
  const tone = error.code === "INTERNAL" ? "danger" : error.code === "UNAVAILABLE" ? "waiting" : "blocked";
  return (
    <Alert
      tone={tone}
      title={error.message}
      action={error.isOutdated ? <ReloadButton /> : action}
      reference={error.requestId ? failuresText.reference(error.requestId) : undefined}
    />
  );
}

/** Over a form: what does not belong under one of its fields. */
export function FormAlert({ error, fieldNames = [] }: { error: ErrorView | null; fieldNames?: string[] }) {
  if (!error) return null;
  const isUnderFields = error.fields && Object.keys(error.fields).every((name) => fieldNames.includes(name));
  if (error.code === "INVALID_INPUT" && isUnderFields) return null;
  return <ErrorAlert error={error} />;
}
