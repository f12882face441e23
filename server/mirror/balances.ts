import type { Actor } from "@/lib/domain/actor";
import { lastSending } from "@/server/treasury/known-operations";
import { type CopiedOfAsset, selectAssetCopies } from "./balances-store";

type Asking = Pick<Actor, "workspaceId">;

/** The assets whose owners are copied, as `copied` says. */
export const ownersCopied = (actor: Asking): Promise<Map<string, Date>> => copied(actor, "holders");

/** The assets whose unspent outputs are copied, as `copied` says. */
export const outputsCopied = (actor: Asking): Promise<Map<string, Date>> => copied(actor, "utxos");

/**
 * The assets with a copy of the list, with the moment it was asked for. A copy that something of this desk's has
 * changed since is as good as none. Nothing is asked of AMP.
 */
async function copied({ workspaceId }: Asking, kind: CopiedOfAsset): Promise<Map<string, Date>> {
  const [copies, changed] = await Promise.all([
    selectAssetCopies(workspaceId, kind),
    lastSending(workspaceId),
  ]);
  return new Map(
    [...copies].filter(([assetUuid, startedAt]) => {
      const at = changed.get(assetUuid);
      return at === undefined || at < startedAt;
    }),
  );
}
