import { AppError } from "@/lib/errors";
import { nodeText } from "@/lib/messages/node";
import { createNodeClient, type NodeClient } from "@/server/elements/rpc";
import { deskEnv } from "@/server/platform/env";
import { type Environment, findEnvironment } from "@/server/platform/environments";
import { claimNodeWallet, findWorkspace, type Workspace } from "@/server/vault/store";

/**
 * The treasury node of a workspace: the wallet its environment configures for its account, bound to it for good.
 * @throws AppError REJECTED when none is configured or another workspace owns the wallet
 */
export async function nodeOf(workspaceId: string): Promise<NodeClient> {
  const workspace = await findWorkspace(workspaceId);
  const environment = workspace && findEnvironment(workspace.environment);
  if (!workspace || !environment?.node || !isAccountOf(workspace, environment)) {
    throw new AppError("REJECTED", nodeText.notConfigured);
  }
  const node = createNodeClient(environment.node.url, deskEnv().NODE_TIMEOUT_MS);
  if (await claimNodeWallet(workspace, node.walletKey)) return node;
  throw new AppError("REJECTED", nodeText.otherWorkspace);
}

const isAccountOf = (workspace: Workspace, environment: Environment) =>
  environment.node?.account === workspace.accountName ||
  environment.node?.account === String(workspace.ampUserId);
