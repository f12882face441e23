import { getJson } from "@/components/data/get-json";
import type { LockImpact } from "@/lib/domain/asset-settings";
import type { Counted } from "@/lib/domain/counted";

/** Whom it concerns to lock or delete an asset, counted each time somebody is asked. */
export function lockImpactQuery(assetUuid: string) {
  const path = `/api/assets/${assetUuid}/lock-impact`;
  return { queryKey: [path], queryFn: () => getJson<Counted<LockImpact>>(path), staleTime: 0 };
}
