import { AppError } from "@/lib/errors";
import { RpcError } from "@/server/elements/rpc";
import { isOwn } from "@/server/elements/wallet";
import { nodeOf } from "./node";

/**
 * Those of the addresses whose keys the treasury's wallet does not hold; null when no node is there to ask, which
 * vouches for none. RPC getaddressinfo
 */
export async function foreignAddresses(workspaceId: string, addresses: string[]): Promise<string[] | null> {
  try {
    const node = await nodeOf(workspaceId);
    const own = await Promise.all(addresses.map((address) => isOwn(node, address)));
    return addresses.filter((_, at) => !own[at]);
  } catch (error) {
    if (error instanceof AppError || error instanceof RpcError) return null;
    throw error;
  }
}
