import type { Actor } from "@/lib/domain/actor";
import type { ChainTask } from "@/lib/domain/investor";
import type { RequestChain, RequestChains } from "@/lib/domain/request-chains";
import { AppError } from "@/lib/errors";
import { authorize } from "@/server/auth/authorize";
import { askChainTasksOf, whitelistOf } from "@/server/investor/chain-work";
import { requireRequest } from "@/server/requests/inboxes";
import { findLink } from "@/server/requests/link-store";

/**
 * What became of a request's wallet on each of the issuer's chains. While the identity service is away nothing is told.
 * @throws AppError NOT_FOUND for a request of another inbox
 */
export async function readRequestChains(actor: Actor, requestId: string): Promise<RequestChains> {
  await authorize(actor, "request:read");
  const { workspaceId, address, unservedChainIds } = await requireRequest(actor, requestId);
  const link = await findLink({ workspaceId });
  if (!link) return { isTold: false, chains: [] };
  const tasks = await askChainTasksOf(address).catch(nothingToldBy);
  const own = whitelistOf(tasks ?? [], link.issuerAddress);
  return {
    isTold: tasks !== null,
    chains: link.chainIds.map((chainId) => toChain(chainId, own, unservedChainIds)),
  };
}

/** The issuer reads the request all the same. */
function nothingToldBy(error: unknown): null {
  if (error instanceof AppError && error.code !== "INTERNAL") return null;
  throw error;
}

/** @param tasks newest first */
function toChain(chainId: number, tasks: ChainTask[], unserved: readonly number[]): RequestChain {
  const newest = tasks.find((task) => task.chainId === chainId);
  const { state = null, hash = null, reason = null } = newest ?? {};
  return { chainId, state: unserved.includes(chainId) ? "unserved" : state, hash, reason };
}
