"use client";

import { useQuery } from "@tanstack/react-query";
import { getJson } from "@/components/data/get-json";
import { Spinner } from "@/components/ui/spinner";
import { categoryImpactText as text } from "@/lib/messages/category-impact";

/**
 * Whom a change concerns, counted anew each time it is asked about.
 * @returns the figures once they are there, what stands in their place until then, and whether a person may go on
 */
export function useImpact<T>(path: string) {
  const { data, isError } = useQuery<T>({
    queryKey: [path],
    queryFn: () => getJson<T>(path),
    staleTime: 0,
    gcTime: 0, // the question before was another one: the circle may have changed since
  });
  const waiting = isError ? (
    <p className="text-muted-foreground">{text.notCounted}</p>
  ) : (
    <p role="status" className="flex items-center gap-2 text-muted-foreground">
      <Spinner />
      {text.counting}
    </p>
  );
  return { impact: data, waiting: data === undefined && waiting, isReady: data !== undefined || isError };
}
