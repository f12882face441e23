"use client";

import { useQuery } from "@tanstack/react-query";
import { CountedFrom } from "@/components/data/counted-from";
import { getJson, ViewError } from "@/components/data/get-json";
import { Spinner } from "@/components/ui/spinner";
import type { Counted } from "@/lib/domain/counted";
import { categoryImpactText as text } from "@/lib/messages/category-impact";

export const Counting = () => (
  <p role="status" className="flex items-center gap-2 text-muted-foreground">
    <Spinner />
    {text.counting}
  </p>
);

/**
 * Whom a change concerns, counted anew each time it is asked about.
 * @param enabled false while what is asked about is still to be chosen
 * @returns the figures once they are there and how old they are, what stands in their place until then, whether a person may go on without
 * them, whether they could not be counted, and why
 */
export function useImpact<T>(path: string, { enabled = true } = {}) {
  const { data, error, refetch } = useQuery<Counted<T>>({
    queryKey: [path],
    queryFn: () => getJson<Counted<T>>(path),
    enabled,
    staleTime: 0,
    gcTime: 0, // the question before was another one: the circle may have changed since
  });
  const waiting = error ? <p className="text-muted-foreground">{text.notCounted}</p> : <Counting />;
  return {
    impact: data?.impact,
    /** How old what was counted in is, with a way to look again. */
    age: data && <CountedFrom counted={data} recount={refetch} />,
    waiting: enabled && data === undefined && waiting,
    isReady: data !== undefined || error !== null,
    /** Nobody knows whom it concerns: it is treated as if it harmed somebody. */
    isUncounted: error !== null,
    failure: error instanceof ViewError ? error.view : undefined,
    recount: refetch,
  };
}
