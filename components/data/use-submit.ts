"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useCallback, useRef } from "react";
import type { ErrorView, Result } from "@/lib/errors";
import { askAction, ViewError } from "./get-json";

/**
 * Sends a form to its action. A second submit while the first one runs is dropped here, and met by the intent's id on
 * the server. On success everything read before is read again.
 */
export function useSubmit<Input, Data>(
  action: (input: Input) => Promise<Result<Data>>,
  onDone?: (data: Data) => void,
  /** false: nothing that is on the page has changed. */
  { rereads = true }: { rereads?: boolean } = {},
) {
  const queries = useQueryClient();
  const router = useRouter();
  // `isPending` is one render late: the second click of a double click would still pass.
  const isRunning = useRef(false);
  const mutation = useMutation<Data, ViewError, Input>({
    mutationFn: async (input) => {
      const result = await askAction(() => action(input));
      if (result.ok) return result.data;
      throw new ViewError(result.error);
    },
    onSuccess: async (data) => {
      onDone?.(data);
      if (!rereads) return;
      router.refresh();
      await queries.invalidateQueries();
    },
    onSettled: () => {
      isRunning.current = false;
    },
  });
  const error: ErrorView | null = mutation.error?.view ?? null;
  const { mutate } = mutation;
  const submit = useCallback(
    (input: Input) => {
      if (isRunning.current) return;
      isRunning.current = true;
      mutate(input);
    },
    [mutate],
  );
  return {
    submit,
    isPending: mutation.isPending,
    isDone: mutation.isSuccess,
    error,
    fields: error?.fields ?? {},
    reset: mutation.reset,
  };
}
