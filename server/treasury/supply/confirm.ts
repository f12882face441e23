import { REQUIRED_CONFIRMATIONS } from "@/lib/domain/operation";
import type { SupplyKind } from "@/lib/domain/supply";
import { AppError } from "@/lib/errors";
import type { AmpClient } from "@/server/amp/client";
import { noneWhenRefused } from "@/server/amp/look-up";
import { readIssuancesOf, readTransaction } from "@/server/elements/wallet";
import { changeFor } from "../change";
import type { Step, StepContext } from "../step";
import type { Operation } from "../store";
import { backToWatching } from "../watching";

/**
 * confirming → done, with the node's answers unchanged and as often as it takes. Whether AMP takes the same transaction
 * twice is not certain, nor what its answer says: where it refuses or cannot be read, its books are asked for exactly
 * this one. AMP: POST /assets/{a}/reissue-confirm or /burn-confirm; GET /assets/{a}/reissuances or /txs/{t}
 */
export const confirm: Step<SupplyKind> = async (operation, context) => {
  const { facts } = operation;
  const { confirmations } = await readTransaction(context.node, facts.txid ?? "");
  if (confirmations < REQUIRED_CONFIRMATIONS) return backToWatching(operation, confirmations);
  try {
    await (operation.kind === "reissuance" ? confirmReissuance : confirmBurn)(operation, context);
  } catch (error) {
    if (!isNoClearYes(error) || !(await isBooked(operation, context.amp))) throw error;
  }
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

const isNoClearYes = (error: unknown): boolean =>
  error instanceof AppError && (error.code === "REJECTED" || error.code === "INTERNAL");

/** Whether AMP's books have this transaction as what it is. AMP: GET /assets/{a}/reissuances, GET /assets/{a}/txs/{t} */
async function isBooked({ kind, intent, facts }: Operation<SupplyKind>, amp: AmpClient): Promise<boolean> {
  const { txid = "" } = facts;
  const { assetUuid, assetId, totalSats } = intent;
  if (kind === "reissuance") {
    const all = await amp.call("listReissuances", { path: { assetUuid } });
    return all.some((reissuance) => reissuance.txid === txid);
  }
  const booked = await amp.call("getTransaction", { path: { assetUuid, txid } }).catch(noneWhenRefused);
  const burnt = booked?.outputs.filter((output) => output.isBurnt && output.assetId === assetId) ?? [];
  return burnt.reduce((sum, { amount }) => sum + amount, 0n) === totalSats;
}
