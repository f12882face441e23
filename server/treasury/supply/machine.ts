import type { SupplyKind } from "@/lib/domain/supply";
import { followSupply } from "../by-hand/supply";
import type { Machine, Step } from "../step";
import { watching } from "../watching";
import { handOver } from "./broadcast";
import { confirm } from "./confirm";
import { draft } from "./draft";
import { freeCoins } from "./free";
import { cancelSupply } from "./halt";
import { order } from "./order";
import { readyToBroadcast, readyToBuild, readyToHandOut } from "./ready";
import { sign } from "./sign";

/** First the draft and its coins are written down, then the coins are locked and it is signed. */
const build: Step<SupplyKind> = (operation, context) =>
  (operation.facts.supply?.plainHex === undefined ? draft : sign)(operation, context);

/** Reissuance and burn: made and signed, stored, then broadcast; each step may be repeated after a crash. */
export const supplyMachine: Machine<SupplyKind> = {
  requested: { step: "order", run: order, during: "ordering" },
  ordering: { step: "order", run: order, during: "ordering" },
  ordered: { step: "build", run: build, during: "ordered", ready: readyToBuild },
  signed: { ...handOver, ready: readyToBroadcast },
  broadcasting: handOver,
  "by-hand": { step: "follow", run: followSupply, during: "by-hand", ready: readyToHandOut, isQuiet: true },
  sent: watching,
  unknown: watching,
  confirming: { step: "confirm", run: confirm, during: "confirming" },
  releasing: { step: "free", run: freeCoins, during: "releasing" },
  cancelling: { step: "cancel", run: cancelSupply, during: "cancelling" },
};
