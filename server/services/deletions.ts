import type { Actor } from "@/lib/domain/actor";
import type { Deletable, Deletion } from "@/lib/domain/deletion";
import { findDeletion } from "@/server/audit/deletion-store";
import { authorize } from "@/server/auth/authorize";

/** Who deleted in this workspace what its page no longer finds; null where nobody did, and for managers. */
export async function readDeletion(actor: Actor, what: Deletable): Promise<Deletion | null> {
  if (actor.role !== "issuer") return null; // an issuer who looks as a manager is one
  await authorize(actor, "audit:read");
  return findDeletion(actor.workspaceId, what);
}
