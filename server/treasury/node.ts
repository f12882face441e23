import { AppError } from "@/lib/errors";
import { nodeText } from "@/lib/messages/node";
import { createNodeClient, type NodeClient } from "@/server/elements/rpc";
import { deskEnv } from "@/server/platform/env";
import { type Environment, findEnvironment } from "@/server/platform/environments";
import { boundWallet, claimNodeWallet, findWorkspace, type Workspace } from "@/server/vault/store";
import { listOperations } from "./store";

/**
 * The treasury node of a workspace: the wallet its environment configures for its account, bound to it.
 * A change of the configuration takes effect once no operation of the earlier wallet is open.
 * @throws AppError REJECTED when none is configured, another workspace owns the wallet, or an operation of an earlier one is open
 */
export async function nodeOf(workspaceId: string): Promise<NodeClient> {
  const workspace = await findWorkspace(workspaceId);
  const environment = workspace && findEnvironment(workspace.environment);
  if (!workspace || !environment?.node || !isAccountOf(workspace, environment)) {
    throw new AppError("REJECTED", nodeText.notConfigured);
  }
  const node = createNodeClient(environment.node.url, deskEnv().NODE_TIMEOUT_MS);
  const bound = await boundWallet(workspace.id);
  if (bound === node.walletKey) return node;
  if (bound !== null && (await hasOpenOperation(workspace.id)))
    throw new AppError("REJECTED", nodeText.boundElsewhere);
  if (await claimNodeWallet(workspace, node.walletKey)) return node;
  throw new AppError("REJECTED", nodeText.otherWorkspace);
}

/** Whether this deployment configures a treasury node for the workspace. */
export function hasTreasuryNode(workspace: Workspace): boolean {
  const environment = findEnvironment(workspace.environment);
  return environment !== null && isAccountOf(workspace, environment);
}

const isAccountOf = (workspace: Workspace, environment: Environment) =>
  environment.node?.account === workspace.accountName ||
  environment.node?.account === String(workspace.ampUserId);

const hasOpenOperation = async (workspaceId: string) =>
  (await listOperations(workspaceId, { state: "open", limit: 1 })).length > 0;
