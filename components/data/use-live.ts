"use client";

import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { getJson, ViewError } from "./get-json";

interface LiveOptions<T> {
  /** Milliseconds between two looks; false stops. Told of an error, the last look had none of what is shown. */
  everyMs?: number | false | ((data: T, error: Error | null) => number | false);
}

/** Paths that a person has just asked for. */
const asked = new Set<string>();

/** Has what `useLive` keeps of a path read again because a person wants it: that look counts as theirs. Never throws. */
export function readAgain(queries: QueryClient, path: string): Promise<void> {
  asked.add(path);
  return queries.refetchQueries({ queryKey: [path] });
}

/**
 * What the server painted, kept fresh over a GET route: on a rhythm, when the window comes back, after a change.
 * None of these looks counts as use of the session; opening a page and acting on it do, and so does `refresh`, which
 * somebody asks for.
 * @param path the route with its query; also the cache's key
 * @param initial undefined for what is not painted with the page: it is read first then
 */
export function useLive<T>(path: string, initial: T, { everyMs = false }: LiveOptions<T> = {}) {
  const queries = useQueryClient();
  const query = useQuery<T>({
    queryKey: [path],
    queryFn: () => getJson<T>(path, { isPoll: !asked.delete(path) }),
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
    refresh: () => readAgain(queries, path),
    error: query.error instanceof ViewError ? query.error.view : null,
  };
}
