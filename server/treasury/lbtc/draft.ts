import { networkOfAddress, readLiquidAddress } from "@/lib/domain/liquid-address";
import { lbtcWorksText } from "@/lib/messages/lbtc-works";
import { readCoins } from "@/server/elements/coins";
import { createRaw, decodeRaw, fundRaw } from "@/server/elements/raw";
import { RpcError } from "@/server/elements/rpc";
import { NOW, type Step } from "../step";
import type { Operation } from "../store";
import { ownAddresses } from "../supply/draft";
import { halt } from "../supply/halt";
import { outpointKey } from "../supply/verify";
import { findStrangePayment } from "./verify";

/**
 * ordered: makes the payment without blinding and signing, compares it with the intent, and stores it with the coins it
 * spends. RPC createrawtransaction, fundrawtransaction, decoderawtransaction, listunspent, getaddressinfo
 */
export const draft: Step<"lbtc"> = async (operation, { node }) => {
  const { address, assetId, totalSats: amountSats } = operation.intent;
  const coins = await readCoins(node);
  const open = await createRaw(node, [], [{ address, assetId, amountSats }]);
  const hex = await fundRaw(node, open).catch(tooLittle);
  if (hex === null) return halt(operation, node, lbtcWorksText.tooLittle, true);
  const transaction = await decodeRaw(node, hex);
  const strange = findStrangePayment({ scriptHex: scriptOf(operation), amountSats, assetId }, transaction, {
    coins: new Map(coins.map((coin) => [outpointKey(coin), coin])),
    own: await ownAddresses(node, transaction),
  });
  if (strange) return halt(operation, node, lbtcWorksText.strangeTransaction(strange), true);
  const spent = transaction.vin.map(({ txid, vout }) => ({ txid, vout }));
  return {
    state: "ordered",
    facts: { ...operation.facts, supply: { outpoints: [], plainHex: hex, coins: spent } },
    detail: { inputs: spent.length, outputs: transaction.vout.length },
    againInMs: NOW,
  };
};

const TOO_LITTLE = -4;

function tooLittle(error: unknown): null {
  if (error instanceof RpcError && error.code === TOO_LITTLE) return null;
  throw error;
}

function scriptOf({ intent: { address } }: Operation<"lbtc">): string {
  const network = networkOfAddress(address);
  return (network && readLiquidAddress(address, network)?.scriptHex) ?? "";
}
