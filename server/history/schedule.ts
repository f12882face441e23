import { ampAs } from "@/server/auth/amp-session";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { findWorkspace } from "@/server/vault/store";
import { forgetLeftOwned } from "./kept-store";
import { readMoves } from "./read";
import { type HistoryKey, takeDueHistory } from "./store";

/** What nobody has opened for so long is brought up to date by whoever opens it. */
const USED_WITHIN_MS = 24 * 60 * 60_000;

/**
 * Reads what has moved since of the assets whose earlier ownership somebody looks at, so that the next page does not wait
 * for it: those that nobody has read for `everySeconds`. What killed processes kept goes. Several workers may call it: each
 * takes others.
 * AMP: GET /assets/{a}, …/txs
 */
export async function refreshDueHistories(everySeconds: number): Promise<void> {
  await forgetLeftOwned();
  const asked = { usedWithinMs: USED_WITHIN_MS, everyMs: everySeconds * 1_000 };
  const read = new Set<string>();
  for (let due = await takeDueHistory(asked); due !== null; due = await takeDueHistory(asked)) {
    // Where AMP hangs, the first is due again before the last was read: that is the next round's.
    const name = `${due.workspaceId}:${due.assetUuid}`;
    if (read.has(name)) return;
    read.add(name);
    try {
      await readOn(due);
    } catch (error) {
      // The others are not held up by it; its turn comes again.
      log.warn("history.not-read", { asset: due.assetUuid, reason: reasonOf(error) });
    }
  }
}

async function readOn({ workspaceId, assetUuid }: HistoryKey): Promise<void> {
  const workspace = await findWorkspace(workspaceId);
  if (!workspace?.isTokenValid) return;
  const amp = await ampAs({ workspaceId, environment: workspace.environment });
  await readMoves(amp, workspaceId, await amp.call("getAsset", { path: { assetUuid } }));
}
