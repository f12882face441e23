import { noAlert } from "@/server/watch/check";
import {
  followDistribution,
  goesByHand,
  mayBeHandedOut,
  treasuryUntouched,
  walletUntouched,
} from "./by-hand/distribution";
import { cancel } from "./cancel";
import { afterHold, afterOrder, beforeHold, beforeOrder, hold, release } from "./hold";
import { look } from "./look";
import { order, readyToOrder } from "./order";
import { tooNew } from "./script-version";
import { beforeSend, lastLook, readyToSend, send } from "./send";
import { confirm } from "./settle";
import { type Check, type Machine, type StepOutcome, stopped } from "./step";
import { givingWay, mayBeOwnTurn, ownTurn } from "./turns";
import { watching } from "./watching";

/** What was paid already is found before anything can stop it, and looked for once more right before sending. */
const mayBeSent: Check<"distribution"> = async (operation, context) => {
  const turn = [goesByHand, mayBeOwnTurn];
  const own = (): Promise<StepOutcome | null> =>
    first([readyToSend, ofKnownVersion, noAlert], operation, context);
  return (
    (await first(turn, operation, context)) ??
    (await givingWay(own, operation, context)) ??
    first([ownTurn, treasuryUntouched, lastLook, walletUntouched], operation, context)
  );
};

/** Whoever tries again is stopped again, until the desk is a newer one. */
const ofKnownVersion: Check<"distribution"> = async ({ facts }) => {
  const newer = tooNew(facts.scriptVersion);
  return newer === null ? null : stopped(newer, true);
};

async function first(checks: Check<"distribution">[], ...given: Parameters<Check<"distribution">>) {
  for (const holds of checks) {
    const instead = await holds(...given);
    if (instead) return instead;
  }
  return null;
}

/** An alert keeps an order from being handed out for the first time, as it keeps the worker from sending. */
const readyByHand: Check<"distribution"> = (operation, context) =>
  mayBeHandedOut(operation, context, noAlert);

/** Batch by batch: hold back the others → order → send → two confirmations → confirm, and at the end let go. */
export const distributionMachine: Machine<"distribution"> = {
  requested: { step: "hold", run: hold, during: "holding", marks: beforeHold, marksAfter: afterHold },
  holding: { step: "hold", run: hold, during: "holding", marks: beforeHold, marksAfter: afterHold },
  ordering: {
    step: "order",
    run: order,
    during: "ordering",
    ready: readyToOrder,
    marks: beforeOrder,
    marksAfter: afterOrder,
  },
  ordered: { step: "send", run: send, during: "sending", ready: mayBeSent, marks: beforeSend },
  "by-hand": {
    step: "follow",
    run: followDistribution,
    during: "by-hand",
    ready: readyByHand,
    isQuiet: true,
  },
  // Found in `sending` after a crash: nobody knows whether the node sent, so it only looks.
  sending: { step: "look", run: look, during: "unknown" },
  unknown: { step: "look", run: look, during: "unknown" },
  sent: watching,
  confirming: { step: "confirm", run: confirm, during: "confirming" },
  cancelling: { step: "cancel", run: cancel, during: "cancelling" },
  releasing: { step: "release", run: release, during: "releasing" },
};
