import { LBTC_UUID } from "@/lib/domain/intent";
import { REQUIRED_CONFIRMATIONS } from "@/lib/domain/operation";
import { lbtcWorksText } from "@/lib/messages/lbtc-works";
import { readPolicyAsset, readTransaction } from "@/server/elements/wallet";
import { assertUnlocked, type Check, type Machine, NOW, type Step, stopped } from "../step";
import { countOperations } from "../store";
import { handOver } from "../supply/broadcast";
import { freeCoins } from "../supply/free";
import { cancelSupply } from "../supply/halt";
import { sign } from "../supply/sign";
import { givingWay, mayBeOwnTurn, ownTurn } from "../turns";
import { backToWatching, watching } from "../watching";
import { draft } from "./draft";

/**
 * requested → ordered: AMP does not know L-BTC; the node must be on the chain it was approved for, and no payment may have
 * been made between the review and the approval. RPC dumpassetlabels
 */
const begin: Step<"lbtc"> = async ({ workspaceId, facts, intent }, { node }) => {
  const payments = await countOperations(workspaceId, { assetUuid: LBTC_UUID });
  if (payments !== intent.earlier + 1) return stopped(lbtcWorksText.anotherBefore, false);
  if (intent.assetId !== (await readPolicyAsset(node))) return stopped(lbtcWorksText.otherChain, true);
  return { state: "ordered", facts: { ...facts, supply: { outpoints: [] } }, detail: {}, againInMs: NOW };
};

/** First the draft and its coins are written down, then the coins are locked and it is signed. */
const build: Step<"lbtc"> = (operation, context) =>
  (operation.facts.supply?.plainHex === undefined ? draft : sign)(operation, context);

/** The wallet can sign, and no other broadcast is open, whose change it might spend. */
const ready: Check<"lbtc"> = async (operation, context) => {
  await mayBeOwnTurn(operation, context);
  await givingWay(({ node }) => assertUnlocked(node), operation, context);
  return ownTurn(operation, context);
};

/** What is signed needs no passphrase any more. */
const readyToBroadcast: Check<"lbtc"> = async (operation, context) => {
  await mayBeOwnTurn(operation, context);
  return ownTurn(operation, context);
};

/** confirming → done: the chain's word is enough. RPC gettransaction */
const finish: Step<"lbtc"> = async (operation, { node }) => {
  const { facts } = operation;
  const { confirmations } = await readTransaction(node, facts.txid ?? "");
  if (confirmations < REQUIRED_CONFIRMATIONS) return backToWatching(operation, confirmations);
  return {
    state: "done",
    // The transaction is in the chain: its hex is not needed any more.
    facts: { ...facts, supply: { outpoints: [] } },
    detail: { txid: facts.txid },
    againInMs: null,
  };
};

/** A payment in L-BTC: made and signed, stored, then broadcast; each step may be repeated after a crash. */
export const lbtcMachine: Machine<"lbtc"> = {
  requested: { step: "begin", run: begin, during: "requested" },
  ordered: { step: "build", run: build, during: "ordered", ready },
  signed: { ...handOver, ready: readyToBroadcast },
  broadcasting: handOver,
  sent: watching,
  unknown: watching,
  confirming: { step: "finish", run: finish, during: "confirming" },
  releasing: { step: "free", run: freeCoins, during: "releasing" },
  cancelling: { step: "cancel", run: cancelSupply, during: "cancelling" },
};
