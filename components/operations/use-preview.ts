import { useQuery } from "@tanstack/react-query";
import { getJson } from "@/components/data/get-json";

/** A preview read from the desk. An approval is given to what is so now, never to what an earlier review had read. */
export const usePreview = <T>(path: string) =>
  useQuery({ queryKey: [path], queryFn: () => getJson<T>(path), staleTime: 0, gcTime: 0 });
