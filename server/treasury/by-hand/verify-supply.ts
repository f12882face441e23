import { paidToOthers } from "@/lib/domain/payment-match";
import type { SupplyKind } from "@/lib/domain/supply";
import { byHandText } from "@/lib/messages/by-hand";
import type { NodeClient } from "@/server/elements/rpc";
import { readIssuances, readPolicyAsset } from "@/server/elements/wallet";
import { assertSynced } from "../send";
import type { Operation } from "../store";
import { burntSats } from "./movements";
import { type HandMade, readHandMade, spendsAny } from "./transaction";

const { why } = byHandText;

/**
 * What keeps a transaction from being the operation's reissuance or burn. RPC gettransaction, listissuances
 * @returns words for people; or, when it is the one, the input that makes the new coins, which a burn has not
 * @throws AppError UNAVAILABLE when the node is away or behind
 */
export async function matchSupply(
  operation: Operation<SupplyKind>,
  txid: string,
  node: NodeClient,
): Promise<{ vin: number | null } | { differences: string[] }> {
  await assertSynced(node);
  const made = await readHandMade(node, operation, txid);
  if (typeof made === "string") return { differences: [made] };
  const { supply, byHand } = operation.facts;
  const height = byHand?.before?.height ?? 0;
  if (made.blockheight !== undefined && made.blockheight <= height) return { differences: [why.older] };
  // Whoever burns has the node pick any output of the asset.
  if (operation.kind === "reissuance" && !spendsAny(made, supply?.outpoints ?? [])) {
    return { differences: [why.notFromOrder] };
  }
  const strangers = await paidToStrangers(node, made);
  if (strangers.length > 0) return { differences: strangers };
  return operation.kind === "burn" ? matchBurn(operation, made) : matchReissuance(operation, made, node);
}

/** Of any asset but L-BTC: neither the new coins, nor the rest of a burn, nor the token may go to anybody. */
async function paidToStrangers(node: NodeClient, { details }: HandMade): Promise<string[]> {
  const policyAssetId = await readPolicyAsset(node);
  return paidToOthers(details).flatMap(({ asset, address, amount }) =>
    asset === policyAssetId || address === undefined ? [] : [why.stranger(address, -amount)],
  );
}

function matchBurn({ intent }: Operation<SupplyKind>, made: HandMade) {
  const burnt = burntSats(made, intent.assetId);
  return burnt === intent.totalSats ? { vin: null } : { differences: [why.burns(burnt, intent.totalSats)] };
}

async function matchReissuance({ intent }: Operation<SupplyKind>, made: HandMade, node: NodeClient) {
  if (made.decoded.vin.filter(({ issuance }) => issuance !== undefined).length > 1) {
    return { differences: [why.severalIssuances] };
  }
  const known = await readIssuances(node, intent.assetId);
  const issuance = known.find(({ isreissuance, txid }) => isreissuance && txid === made.txid);
  if (!issuance) return { differences: [why.notReissuance] };
  const { assetamount: sats, vin } = issuance;
  return sats === intent.totalSats ? { vin } : { differences: [why.reissues(sats, intent.totalSats)] };
}
