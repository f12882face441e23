import { AppError } from "@/lib/errors";
import { copiesText } from "@/lib/messages/copies";
import { now } from "@/server/platform/clock";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import type { HeldCopies } from "./held";
import { withHeld } from "./held-context";
import { areHeld, endHold, type Hold, holdsThatAreOver } from "./holds-store";
import { KINDS } from "./kinds";

/** A list that is read to its end portion by portion, all of it from the copies that the first portion came from. */
export interface Reading {
  /** @throws AppError UNAVAILABLE when it took so long that what it began with is gone */
  portion<T>(read: () => Promise<T>): Promise<T>;
  /** What was kept for it may go. */
  end(): Promise<void>;
}

export function beginReading(): Reading {
  const held: HeldCopies = {
    at: now(),
    ...{ copies: new Map(), generations: new Map(), answers: new Map() },
    ...{ endings: [], holds: [] },
  };
  return {
    async portion(read) {
      const portion = await withHeld(held, read);
      if (held.holds.length > 0 && !(await areHeld(held.holds))) {
        const cause = new Error("The generation that the reading began with is gone.");
        throw new AppError("UNAVAILABLE", copiesText.tookTooLong, { cause, retryable: true });
      }
      return portion;
    },
    async end() {
      await endAll(held.holds.splice(0));
      for (const end of held.endings.splice(0)) await end();
    },
  };
}

/** Ends what did not end by itself in time: its process died, or nobody read on. */
export const endLateReadings = async (): Promise<void> => endAll(await holdsThatAreOver());

async function endAll(holds: readonly Hold[]): Promise<void> {
  for (const hold of holds) {
    try {
      await endHold(hold, (tx) => KINDS[hold.kind].drop(tx, hold, hold.generation));
    } catch (error) {
      // The worker ends it later.
      log.warn("mirror.hold-not-ended", { kind: hold.kind, reason: reasonOf(error) });
    }
  }
}
