import { REQUIRED_CONFIRMATIONS } from "@/lib/domain/operation";
import type { SupplyKind } from "@/lib/domain/supply";
import { readIssuancesOf, readTransaction } from "@/server/elements/wallet";
import { changeFor } from "../change";
import type { Step, StepContext } from "../step";
import type { Operation } from "../store";
import { backToWatching } from "../watching";

/**
 * confirming → done, with the node's answers unchanged and as often as it takes: AMP answers a repeat with 200.
 * AMP: POST /assets/{a}/reissue-confirm or /burn-confirm
 */
export const confirm: Step<SupplyKind> = async (operation, context) => {
  const { facts } = operation;
  const { confirmations } = await readTransaction(context.node, facts.txid ?? "");
  if (confirmations < REQUIRED_CONFIRMATIONS) return backToWatching(operation, confirmations);
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

async function confirmBurn(operation: Operation<SupplyKind>, { amp, node }: StepContext) {
  await amp.call("confirmBurn", {
    path: { assetUuid: operation.intent.assetUuid },
    body: {
      txData: { txid: operation.facts.txid ?? "" },
      changeData: await changeFor(operation, node),
    },
  });
}
