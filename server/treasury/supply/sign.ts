import type { SignedKind } from "@/lib/domain/intent";
import type { JournalDetail } from "@/lib/domain/journal";
import { supplyWorksText } from "@/lib/messages/supply-works";
import { isUnspent, lockCoins } from "@/server/elements/coins";
import { blindRaw, decodeRaw, findRejection, signRaw } from "@/server/elements/raw";
import type { NodeClient } from "@/server/elements/rpc";
import { readIssuances, readTransactionHex } from "@/server/elements/wallet";
import { NOW, type Step } from "../step";
import { halt, release } from "./halt";
import { findAlteration } from "./verify";

/**
 * ordered → signed: the stored draft's coins are locked, it is blinded and signed, compared with the draft and stored.
 * From here on only this transaction can be sent.
 */
export const sign: Step<SignedKind> = async (operation, { node }) => {
  const { intent, facts, kind } = operation;
  const { plainHex = "", coins = [], outpoints = [], vin } = facts.supply ?? {};
  const free = await Promise.all(coins.map((coin) => isUnspent(node, coin, { withMempool: true })));
  if (free.includes(false)) {
    // The draft waited and its coins went elsewhere: it was never signed, so another one may be made.
    const detail: JournalDetail = { spentMeanwhile: free.filter((isFree) => !isFree).length };
    return { state: "ordered", facts: await release(facts, node), detail, againInMs: NOW };
  }
  await lockCoins(node, coins);
  const blindsIssuances = kind === "reissuance" && (await hidesIssuances(node, intent.assetId));
  const blinded = await blindRaw(node, plainHex, { blindsIssuances });
  const { hex, complete } = await signRaw(node, blinded);
  if (!complete) return halt(operation, node, supplyWorksText.incomplete, true);
  const [draft, signed] = [await decodeRaw(node, plainHex), await decodeRaw(node, hex)];
  const strange = findAlteration(draft, signed);
  if (strange) return halt(operation, node, supplyWorksText.strangeTransaction(strange), true);
  // A transaction that no mempool takes would be sent again for ever once it is stored.
  const rejection = await findRejection(node, hex);
  if (rejection !== null) return halt(operation, node, supplyWorksText.notAccepted(rejection), true);
  return {
    state: "signed",
    facts: {
      ...facts,
      txid: signed.txid,
      supply: { outpoints, coins, signedHex: hex, ...(vin === undefined ? {} : { vin }) },
    },
    detail: { txid: signed.txid },
    againInMs: NOW,
  };
};

/**
 * Whether the asset's first issuance hid its amount. Elements derives the token's id from that, and takes a reissuance
 * only when it hides its amount exactly as the first one did (−26 otherwise); AMP issues with `is_confidential` false
 * unless told else. The transaction itself shows it, whoever blinded it. RPC listissuances, gettransaction
 */
async function hidesIssuances(node: NodeClient, assetId: string): Promise<boolean> {
  const issuances = await readIssuances(node, assetId);
  const first = issuances.find(({ isreissuance }) => !isreissuance) ?? issuances[0];
  if (!first) return false;
  const { vin } = await decodeRaw(node, await readTransactionHex(node, first.txid));
  return vin[first.vin]?.issuance?.assetamountcommitment !== undefined;
}
