import type { Actor } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import { worksText } from "@/lib/messages/works";
import { findWorkspace } from "@/server/vault/store";

/**
 * Who began a job, as the workspace's account is now: what was allowed when it began says nothing about this round.
 * @throws AppError UNAUTHENTICATED when AMP has refused the token that the workspace has stored
 */
export async function actorOf(workspaceId: string, personName: string): Promise<Actor> {
  const workspace = await findWorkspace(workspaceId);
  if (!workspace) throw new AppError("NOT_FOUND", worksText.workspaceGone);
  const { environment, role, accountName, isTokenValid } = workspace;
  if (!isTokenValid) throw new AppError("UNAUTHENTICATED", worksText.tokenRefused);
  return { workspaceId, environment, role, accountName, personName };
}
