import { z } from "zod";
import { deskEnv } from "@/server/platform/env";

const Nodes = z.record(z.string(), z.object({ rpcUrl: z.url().optional() }));

/** The chain's node as the identity service's settings name it; null when the desk is not told. */
export function rpcUrlOf(chainId: number): string | null {
  const { IDENTITY_CHAINS } = deskEnv();
  if (IDENTITY_CHAINS === undefined) return null;
  try {
    return Nodes.parse(JSON.parse(IDENTITY_CHAINS))[`${chainId}`]?.rpcUrl ?? null;
  } catch {
    return null;
  }
}
