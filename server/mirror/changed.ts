import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { perhapsOfSameIssuer, workspacesBeside } from "@/server/vault/store";
import type { CopyId } from "./copies-store";
import { markChangedByOthers, markStale } from "./marks-store";
import { sharingRegister } from "./users-store";

/** Registers do not change hands: what was found out holds for a while. */
const KEPT_MS = 10 * 60_000;
const MAX_KEPT = 10_000;
const found = new Map<string, { isShared: boolean; at: number }>();

/** Other workspaces that have copied the same issuer's register. Where the desk cannot tell, one is not among them. */
async function besides(workspaceId: string): Promise<string[]> {
  const others = await perhapsOfSameIssuer(workspaceId);
  const nameOf = (other: string) => `${workspaceId} ${other}`;
  const at = performance.now();
  const unknown = others.filter((other) => at - (found.get(nameOf(other))?.at ?? -KEPT_MS) >= KEPT_MS);
  if (unknown.length > 0) {
    const sharing = new Set(await sharingRegister(workspaceId, unknown));
    if (found.size > MAX_KEPT) found.clear();
    for (const other of unknown) found.set(nameOf(other), { isShared: sharing.has(other), at });
  }
  return others.filter((other) => found.get(nameOf(other))?.isShared);
}

/**
 * After a change that this workspace has made: its own next page waits for a new list. What a manager changes, the issuer
 * has copied too, and the other way round.
 */
export async function markChanged(id: CopyId): Promise<void> {
  await markStale(id);
  await markChangedBeside(id);
}

/**
 * The same in the others' alone, when the own copy is put right otherwise. The change is made: that theirs could not be
 * marked is no failure of it, they are read again by time.
 */
export async function markChangedBeside(id: CopyId): Promise<void> {
  const { workspaceId, key } = id;
  try {
    const whose = key === "" ? await besides(workspaceId) : workspacesBeside(workspaceId);
    if (Array.isArray(whose) && whose.length === 0) return;
    await markChangedByOthers(id, whose);
  } catch (error) {
    log.warn("mirror.others-not-marked", { reason: reasonOf(error) });
  }
}
