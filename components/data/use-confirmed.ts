"use client";

import { useQueryClient } from "@tanstack/react-query";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import type { Result } from "@/lib/errors";
import { notify } from "@/lib/notify";
import { askAction } from "./get-json";

type Said = Omit<Parameters<typeof notify>[0], "tone">;

/**
 * For a `ConfirmDialog`: carries out what was confirmed, says so, and shows the page as it is afterwards.
 * @param done said when it is done
 * @param goTo where one goes on with what was done; otherwise the page is read again
 * @param isGone what the page is about is no more: the way back does not lead to it
 */
export function useConfirmed<T>(
  run: () => Promise<Result<T>>,
  done: string | ((data: T) => Said),
  goTo?: (data: T) => Route,
  isGone = false,
) {
  const queries = useQueryClient();
  const router = useRouter();
  return async (): Promise<Result<T>> => {
    const result = await askAction(run);
    if (!result.ok) return result;
    notify({ tone: "ok", ...(typeof done === "string" ? { title: done } : done(result.data)) });
    if (goTo) router[isGone ? "replace" : "push"](goTo(result.data));
    else router.refresh();
    // The dialog closes now, and the page follows; what is left behind need not be read again.
    void queries.invalidateQueries(goTo ? { refetchType: "none" } : {});
    return result;
  };
}
