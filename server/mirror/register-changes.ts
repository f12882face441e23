import { perhapsOfSameIssuer } from "@/server/vault/store";
import { type CopyId, markStaleIn } from "./copies-store";
import { foreignRegisters } from "./users-store";

type Kind = "users" | "categories";

/**
 * Other workspaces that may have copied the same issuer's register and categories. Where the desk cannot tell, one is among
 * them: it reads a list again that nobody changed, and learns nothing by it.
 */
async function besides(workspaceId: string): Promise<string[]> {
  const others = await perhapsOfSameIssuer(workspaceId);
  if (others.length === 0) return [];
  const foreign = new Set(await foreignRegisters(workspaceId, others));
  return others.filter((other) => !foreign.has(other));
}

/** After a change that this workspace has made: what a manager changes, the issuer has copied too, and the other way round. */
export async function markRegister(workspaceId: string, kinds: readonly Kind[]): Promise<void> {
  const whose = [workspaceId, ...(await besides(workspaceId))];
  for (const kind of kinds) await markStaleIn(whose, kind);
}

/** The same in all of them but this one, whose own copy is put right otherwise. */
export async function markRegisterBeside({ workspaceId, kind }: CopyId): Promise<void> {
  const whose = await besides(workspaceId);
  if (whose.length > 0) await markStaleIn(whose, kind);
}
