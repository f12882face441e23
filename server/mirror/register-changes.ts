import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { perhapsOfSameIssuer } from "@/server/vault/store";
import { type CopyId, markChangedByOthers, markStale } from "./copies-store";
import { sharingRegister } from "./users-store";

type Kind = CopyId["kind"];

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

/** After a change that this workspace has made: what a manager changes, the issuer has copied too, and the other way round. */
export async function markRegister(workspaceId: string, kinds: readonly Kind[]): Promise<void> {
  for (const kind of kinds) await markStale(workspaceId, kind);
  await markBeside(workspaceId, kinds);
}

/** The same in the others' alone, when the own copy is put right otherwise. */
export const markRegisterBeside = ({ workspaceId, kind }: CopyId): Promise<void> =>
  markBeside(workspaceId, [kind]);

/** The change is made: that the others' copies could not be marked is no failure of it, they are read again by time. */
async function markBeside(workspaceId: string, kinds: readonly Kind[]): Promise<void> {
  try {
    const whose = await besides(workspaceId);
    if (whose.length === 0) return;
    for (const kind of kinds) await markChangedByOthers(whose, kind);
  } catch (error) {
    log.warn("mirror.others-not-marked", { reason: reasonOf(error) });
  }
}
