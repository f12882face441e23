import type { ChainTaskList } from "@/lib/contracts/identity/chains";
import type { ChainTask, OfferedChain } from "@/lib/domain/investor";
import type { IdentityClient } from "@/server/identity-client/client";
import { askAbout } from "./ask-about";

/** The wallet's tasks on chains, newest first; null when the service cannot tell. */
export const listChainTasks = async (client: IdentityClient): Promise<ChainTask[] | null> =>
  toTasks(await client.callIfThere("listChainTasks"));

/**
 * A wallet's tasks on chains, newest first: asked as the operator or as the wallet; null when neither can be, or the
 * service does not tell. Identity: GET /operator/tasks/{address}, GET /user/chain-tasks
 * @throws AppError as `server/identity-client`
 */
export const askChainTasksOf = (address: string): Promise<ChainTask[] | null> =>
  askAbout(address, {
    asOperator: async (client) =>
      toTasks(await client.callIfThere("listChainTasksOf", { path: { address } })),
    asWallet: listChainTasks,
  });

function toTasks(answer: ChainTaskList | null): ChainTask[] | null {
  if (!answer) return null;
  return answer.tasks.map(({ chainId, requestedAt, updatedAt, ...task }) => ({
    ...task,
    chainId: Number(chainId),
    requestedAt: new Date(requestedAt),
    updatedAt: new Date(updatedAt),
  }));
}

/** What became of the wallet's way onto an issuer's contract. */
export const whitelistOf = (tasks: ChainTask[], issuerAddress: string): ChainTask[] =>
  tasks.filter(
    ({ kind, contractAddress }) =>
      kind === "whitelist" && contractAddress?.toLowerCase() === issuerAddress.toLowerCase(),
  );

export interface ServiceOffers {
  chains: OfferedChain[];
  testKyc: boolean;
  documents: boolean;
  recaptchaSiteKey: string | null;
}

export const NO_OFFERS: ServiceOffers = {
  chains: [],
  testKyc: false,
  documents: false,
  recaptchaSiteKey: null,
};

/** What the service does besides; nothing when it cannot tell. */
export async function readOffers(client: IdentityClient): Promise<ServiceOffers> {
  const answer = await client.callIfThere("listChains");
  if (!answer) return NO_OFFERS;
  const { chains, testKyc, documents, recaptchaSiteKey } = answer;
  return {
    ...{ testKyc, documents, recaptchaSiteKey },
    chains: chains.map(({ chainId, name, whitelist, faucet, autoInvest }) => ({
      ...{ chainId: Number(chainId), name },
      ...{ hasWhitelist: whitelist, hasFaucet: faucet, hasAutoInvest: autoInvest },
    })),
  };
}
