import { AppError } from "@/lib/errors";
import { worksText } from "@/lib/messages/works";
import { type AmpClient, createAmpClient } from "@/server/amp/client";
import { logCallsOf } from "@/server/audit/amp-calls";
import type { NodeClient } from "@/server/elements/rpc";
import { deskEnv } from "@/server/platform/env";
import { requireEnvironment } from "@/server/platform/environments";
import { findWorkspace } from "@/server/vault/store";
import { tokenSource } from "@/server/vault/token-source";
import { nodeOf } from "./node";

/**
 * AMP with the workspace's stored token, and its treasury node.
 * @throws AppError UNAUTHENTICATED when AMP has refused the token, REJECTED without a node
 */
export async function openTreasury(workspaceId: string): Promise<{ amp: AmpClient; node: NodeClient }> {
  const amp = await openAmp(workspaceId);
  return { amp, node: await nodeOf(workspaceId) };
}

/** AMP with the workspace's stored token. @throws AppError UNAUTHENTICATED when AMP has refused it */
export async function openAmp(workspaceId: string): Promise<AmpClient> {
  const workspace = await findWorkspace(workspaceId);
  if (!workspace) throw new AppError("NOT_FOUND", worksText.workspaceGone);
  if (!workspace.isTokenValid) {
    throw new AppError("UNAUTHENTICATED", worksText.tokenRefused);
  }
  const { ampUrl } = requireEnvironment(workspace.environment);
  const source = await tokenSource(workspace.id);
  const onCall = logCallsOf(workspace.id);
  return createAmpClient({ baseUrl: ampUrl, timeoutMs: deskEnv().AMP_TIMEOUT_MS, onCall, ...source });
}
