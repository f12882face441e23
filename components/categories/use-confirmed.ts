"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { goToSignIn } from "@/components/data/get-json";
import type { Result } from "@/lib/errors";
import { notify } from "@/lib/notify";

/** For a `ConfirmDialog`: carries out what was confirmed, says so, and shows the page as it is afterwards. */
export function useConfirmed<T>(run: () => Promise<Result<T>>, done: string) {
  const queries = useQueryClient();
  const router = useRouter();
  return async (): Promise<Result<T>> => {
    const result = await run();
    if (result.ok) {
      notify({ tone: "ok", title: done });
      router.refresh();
      void queries.invalidateQueries();
    } else if (result.error.code === "UNAUTHENTICATED") goToSignIn();
    return result;
  };
}
