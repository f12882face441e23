import type { Actor } from "@/lib/domain/actor";
import type { Batch } from "@/lib/domain/assignment-batch";
import type { AmpClient } from "@/server/amp/client";
import { LOCKS } from "@/server/db/locks";
import { type AssertHeld, withSessionLock } from "@/server/treasury/lock";

/** Who carries a batch on, with what. */
export interface Carrier {
  actor: Actor;
  amp: AmpClient;
  batch: Batch;
  assertHeld: AssertHeld;
  /** Said before each call that changes something, and of what a lost call turns out to have changed. */
  noteChange: () => void;
}

/**
 * Runs `work` while nobody else works on assignments of this asset, of whatever account: what one makes, another one must not
 * take for its own. The lock dies with the process.
 * @returns false when somebody does
 */
export const whileAlone = (
  actor: Actor,
  assetUuid: string,
  work: (assertHeld: AssertHeld) => Promise<void>,
): Promise<boolean> => withSessionLock(LOCKS.assigning, `${actor.environment}:${assetUuid}`, work);

/** For the audit log. */
export const about = (batch: Batch, detail: Record<string, unknown>) => ({
  assetUuid: batch.assetUuid,
  detail: { ...detail, batch: batch.id },
});
