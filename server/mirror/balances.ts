import type { Actor } from "@/lib/domain/actor";
import { lastSending } from "@/server/treasury/known-operations";
import { selectOwnersCopies } from "./balances-store";

/**
 * The assets whose owners are copied, with the moment they were asked for. A copy that something of this desk's has
 * changed since is as good as none. Nothing is asked of AMP.
 */
export async function ownersCopied({ workspaceId }: Pick<Actor, "workspaceId">): Promise<Map<string, Date>> {
  const [copies, changed] = await Promise.all([selectOwnersCopies(workspaceId), lastSending(workspaceId)]);
  return new Map(
    [...copies].filter(([assetUuid, startedAt]) => {
      const at = changed.get(assetUuid);
      return at === undefined || at < startedAt;
    }),
  );
}
