import { AppError } from "@/lib/errors";
import { worksText } from "@/lib/messages/works";
import { type AmpClient, createAmpClient } from "@/server/amp/client";
import { logCallsOf } from "@/server/audit/amp-calls";
import { deskEnv } from "@/server/platform/env";
import { requireEnvironment } from "@/server/platform/environments";
import { findWorkspace } from "@/server/vault/store";
import { tokenSource } from "@/server/vault/token-source";

/**
 * AMP with the token that the issuer's workspace has stored, also for a manager whom the issuer allowed to decide: a
 * manager's own token may neither look a GAID up nor set a category.
 * @throws AppError UNAUTHENTICATED when AMP has refused the token
 */
export async function ampOfIssuer(workspaceId: string): Promise<AmpClient> {
  const workspace = await findWorkspace(workspaceId);
  if (!workspace) throw new AppError("NOT_FOUND", worksText.workspaceGone);
  if (!workspace.isTokenValid) throw new AppError("UNAUTHENTICATED", worksText.tokenRefused);
  const { ampUrl } = requireEnvironment(workspace.environment);
  const source = await tokenSource(workspace.id);
  const onCall = logCallsOf(workspace.id);
  return createAmpClient({ baseUrl: ampUrl, timeoutMs: deskEnv().AMP_TIMEOUT_MS, onCall, ...source });
}
