import { z } from "zod";
import { BurnOrder } from "@/lib/contracts/amp/burns";
import { DistributionOrder } from "@/lib/contracts/amp/distributions";
import { CLIENT_SCRIPT_VERSION } from "@/lib/contracts/amp/orders";
import { ReissueOrder } from "@/lib/contracts/amp/reissuances";
import { AppError } from "@/lib/errors";
import { printExactJson } from "@/lib/exact-json";
import { byHandText } from "@/lib/messages/by-hand";
import type { Operation } from "../store";

export interface OrderFile {
  name: string;
  text: string;
  /** The desk never had AMP's answer; everything that the official client reads is there, from what AMP told otherwise. */
  isRebuilt: boolean;
}

/**
 * AMP's order as the official client reads it (-f): the answer letter by letter where the desk received it.
 * @param ampUrl of the environment; a rebuilt order names it
 * @throws AppError CONFLICT without an order
 */
export function orderFile(operation: Operation, ampUrl: string): OrderFile {
  const { kind, id, facts } = operation;
  const name = `amp-${kind}-${facts.order?.distributionUuid ?? id}.json`;
  if (facts.orderText !== undefined) return { name, text: facts.orderText, isRebuilt: false };
  return { name, text: printExactJson(rebuild(operation, ampUrl)), isRebuilt: true };
}

function rebuild({ kind, intent, facts }: Operation, ampUrl: string): unknown {
  const { order, supply } = facts;
  const head = {
    minSupportedClientScriptVersion: facts.scriptVersion ?? CLIENT_SCRIPT_VERSION,
    baseUrl: `${ampUrl}/{}`,
    assetUuid: intent.assetUuid,
    assetId: intent.assetId,
  };
  if (kind === "distribution" && order) {
    return z.encode(DistributionOrder, {
      command: "distribute",
      ...head,
      distributionUuid: order.distributionUuid,
      mapAddressAmount: order.amounts,
      mapAddressAsset: Object.fromEntries(Object.keys(order.amounts).map((key) => [key, order.assetId])),
    });
  }
  if (kind === "reissuance" && supply) {
    const reissuanceUtxos = supply.outpoints;
    return z.encode(ReissueOrder, { command: "reissue", ...head, amount: intent.totalSats, reissuanceUtxos });
  }
  if (kind === "burn" && supply) {
    return z.encode(BurnOrder, {
      command: "burn",
      ...head,
      amount: intent.totalSats,
      utxos: supply.outpoints,
    });
  }
  throw new AppError("CONFLICT", byHandText.noOrder);
}
