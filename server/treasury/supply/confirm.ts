import type { NodeEntry } from "@/lib/contracts/amp/node-entries";
import type { SupplyKind } from "@/lib/domain/supply";
import { parseExactJson } from "@/lib/exact-json";
import { readChange, readIssuancesOf, readTransaction } from "@/server/elements/wallet";
import type { Step, StepContext } from "../step";
import type { Operation } from "../store";

/**
 * confirming → done, with the node's answers unchanged and as often as it takes: AMP answers a repeat with 200.
 * AMP: POST /assets/{a}/reissue-confirm or /burn-confirm
 */
export const confirm: Step<SupplyKind> = async (operation, context) => {
  const { facts } = operation;
  await (operation.kind === "reissuance" ? confirmReissuance : confirmBurn)(operation, context);
  const { outpoints = [], vin } = facts.supply ?? {};
  return {
    state: "done",
    // The transaction is in the chain: its hex is not needed any more.
    facts: { ...facts, supply: { outpoints, ...(vin === undefined ? {} : { vin }) } },
    detail: { txid: facts.txid },
    againInMs: null,
  };
};

async function confirmReissuance({ intent, facts }: Operation<SupplyKind>, { amp, node }: StepContext) {
  const { txid = "", supply } = facts;
  const { details } = await readTransaction(node, txid);
  await amp.call("confirmReissuance", {
    path: { assetUuid: intent.assetUuid },
    body: {
      details,
      listIssuances: await readIssuancesOf(node, txid),
      reissuanceOutput: { txid, vin: supply?.vin ?? 0 },
    },
  });
}

async function confirmBurn({ intent, facts }: Operation<SupplyKind>, { amp, node }: StepContext) {
  const { txid = "", supply } = facts;
  const unspent: NodeEntry[] = await readChange(node, txid, intent.assetId);
  const stored = supply?.changeData === undefined ? [] : (parseExactJson(supply.changeData) as NodeEntry[]);
  // What was spent since is not listed any more, and AMP still wants its blinders.
  const spentSince = stored.filter((entry) => !unspent.some(({ vout }) => vout === entry.vout));
  await amp.call("confirmBurn", {
    path: { assetUuid: intent.assetUuid },
    body: { txData: { txid }, changeData: [...unspent, ...spentSince] },
  });
}
