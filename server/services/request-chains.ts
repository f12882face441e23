import type { Actor } from "@/lib/domain/actor";
import type { ChainTask } from "@/lib/domain/investor";
import type { RequestChain, RequestChains } from "@/lib/domain/request-chains";
import { AppError } from "@/lib/errors";
import { authorize } from "@/server/auth/authorize";
import { askChainTasksOf, whitelistOf } from "@/server/investor/chain-work";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
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

/** The issuer reads and decides the request all the same, also where the service answers in another shape. */
function nothingToldBy(error: unknown): null {
  if (!(error instanceof AppError)) throw error;
  if (error.code === "INTERNAL") log.warn("requests.chains-not-told", { reason: reasonOf(error) });
  return null;
}

/**
 * @param tasks newest first
 * @param unserved what the service said when it was asked, which a task since then outdates
 */
function toChain(chainId: number, tasks: ChainTask[], unserved: readonly number[]): RequestChain {
  const newest = tasks.find((task) => task.chainId === chainId);
  if (newest) return { chainId, state: newest.state, hash: newest.hash, reason: newest.reason };
  return { chainId, state: unserved.includes(chainId) ? "unserved" : null, hash: null, reason: null };
}
