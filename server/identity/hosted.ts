import { identityEnv } from "@/server/platform/env";
import { type RunningIdentity, startIdentity } from "./start";

// Next loads a module once per bundle; the service must exist once per process.
const held = globalThis as typeof globalThis & { ampdeskIdentity?: Promise<RunningIdentity> };

/**
 * The service within the desk, opened by the first call; the worker has its queues. A start that failed is tried again by
 * the next one.
 */
export function hostedIdentity(): Promise<RunningIdentity> {
  held.ampdeskIdentity ??= startIdentity(identityEnv(), { isHosted: true }).catch((error) => {
    held.ampdeskIdentity = undefined;
    throw error;
  });
  return held.ampdeskIdentity;
}
