"use client";

import { useQuery } from "@tanstack/react-query";
import { getJson, ViewError } from "./get-json";

interface LiveOptions<T> {
  /** Milliseconds between two looks; false stops. Told of an error, the last look had none of what is shown. */
  everyMs?: number | false | ((data: T, error: Error | null) => number | false);
}

/**
 * What the server painted, kept fresh over a GET route: on a rhythm, when the window comes back, after a change.
 * None of these looks counts as use of the session; opening a page and acting on it do.
 * @param path the route with its query; also the cache's key
 */
export function useLive<T>(path: string, initial: T, { everyMs = false }: LiveOptions<T> = {}) {
  const query = useQuery<T>({
    queryKey: [path],
    queryFn: () => getJson<T>(path, { isPoll: true }),
    initialData: initial,
    // A new first paint is newer than what the cache holds.
    initialDataUpdatedAt: Date.now,
    refetchInterval:
      typeof everyMs === "function"
        ? (state) => everyMs(state.state.data ?? initial, state.state.error)
        : everyMs,
  });
  return {
    data: query.data ?? initial,
    refresh: async () => {
      await query.refetch();
    },
    error: query.error instanceof ViewError ? query.error.view : null,
  };
}
