"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useSubmit } from "@/components/data/use-submit";
import { type CreatedEnd, MAX_UNDO_BYTES } from "@/lib/domain/user-jobs";
import type { ErrorView, Result } from "@/lib/errors";
import { userImportText } from "@/lib/messages/user-import";
import { userUndoText as text } from "@/lib/messages/user-undo";
import { notify } from "@/lib/notify";
import { routes } from "@/lib/routes";
import { checkUndoFileAction } from "@/server/actions/user-jobs";

/** A table never begins so; the rest of it the browser does not read. */
export const isUndoFile = async (file: File): Promise<boolean> =>
  (await file.slice(0, 64).text()).trimStart().startsWith("{");

/** Takes the undo file of a bulk change in; one that is still stored is undone on its own page. */
export function useUndoFile(intentId: string) {
  const router = useRouter();
  const [created, setCreated] = useState<CreatedEnd>("archive");
  const check = async (file: File): ReturnType<typeof checkUndoFileAction> => {
    const small = await compressed(file);
    if (small.size > MAX_UNDO_BYTES) return refused(text.tooLarge);
    return checkUndoFileAction({ intentId, file: small, fileName: file.name, created });
  };
  const { submit, isPending, isDone, error } = useSubmit(
    check,
    ({ jobId, isStored }) => {
      notify({ tone: "ok", title: isStored ? text.stored : userImportText.form.checked });
      router.push(routes.userJob(jobId));
    },
    { rereads: false },
  );
  return { created, setCreated, submit, isBusy: isPending || isDone, error };
}

async function compressed(file: File): Promise<File> {
  const stream = file.stream().pipeThrough(new CompressionStream("gzip"));
  return new File([await new Response(stream).blob()], file.name);
}

const refused = (message: string): Result<never> => {
  const error: ErrorView = { code: "REJECTED", message, retryable: false, requestId: "" };
  return { ok: false, error };
};
