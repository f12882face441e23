import { noAlert } from "@/server/watch/check";
import { cancel } from "./cancel";
import { beforeHold, beforeOrder, hold, release } from "./hold";
import { look } from "./look";
import { order } from "./order";
import { beforeSend, lastLook, readyToSend, send } from "./send";
import { confirm } from "./settle";
import type { Check, Machine } from "./step";
import { ownTurn } from "./turns";
import { watching } from "./watching";

/** What was paid already is found before anything can stop it, and looked for once more right before sending. */
const mayBeSent: Check<"distribution"> = async (operation, context) => {
  for (const holds of [readyToSend, noAlert, ownTurn, lastLook]) {
    const instead = await holds(operation, context);
    if (instead) return instead;
  }
  return null;
};

/** Batch by batch: hold back the others → order → send → two confirmations → confirm, and at the end let go. */
export const distributionMachine: Machine<"distribution"> = {
  requested: { step: "hold", run: hold, during: "holding", marks: beforeHold },
  holding: { step: "hold", run: hold, during: "holding", marks: beforeHold },
  ordering: { step: "order", run: order, during: "ordering", marks: beforeOrder },
  ordered: { step: "send", run: send, during: "sending", ready: mayBeSent, marks: beforeSend },
  // Found in `sending` after a crash: nobody knows whether the node sent, so it only looks.
  sending: { step: "look", run: look, during: "unknown" },
  unknown: { step: "look", run: look, during: "unknown" },
  sent: watching,
  confirming: { step: "confirm", run: confirm, during: "confirming" },
  cancelling: { step: "cancel", run: cancel, during: "cancelling" },
  releasing: { step: "release", run: release, during: "releasing" },
};
