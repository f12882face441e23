import type { Actor } from "@/lib/domain/actor";
import type { LostOutput, LostOutputsView } from "@/lib/domain/lost-outputs";
import { type UtxoRef, utxoKey } from "@/lib/domain/utxos";
import type { AmpClient } from "@/server/amp/client";
import { orNull } from "@/server/amp/look-up";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { now } from "@/server/platform/clock";
import { listAlerts } from "@/server/watch/store";
import { getAsset, requireUuid } from "./assets";

/** Transactions that are asked for what they held. */
const AMOUNTS_OF = 20;
const ALERTS = 200;

/**
 * What AMP has lost track of, with what it held and what the watch found out.
 * AMP: GET /assets/{a}/lost-outputs, GET /assets/{a}, GET /assets/{a}/txs/{txid} of the first few
 */
export async function readLostOutputs(actor: Actor, assetUuid: string): Promise<LostOutputsView> {
  requireUuid(assetUuid);
  await authorize(actor, "lost-output:read", assetUuid);
  const amp = await ampAs(actor);
  const [asset, lost, alerts] = await Promise.all([
    getAsset(actor, assetUuid),
    amp.call("listLostOutputs", { path: { assetUuid } }),
    listAlerts(actor.workspaceId, { states: ["open", "acknowledged"], limit: ALERTS }),
  ]);
  const found = [
    ...lost.lostOutputs.map((output) => ({ ...output, isToken: false })),
    ...lost.reissuanceLostOutputs.map((output) => ({ ...output, isToken: true })),
  ];
  const amounts = await amountsOf(amp, assetUuid, found);
  const known = new Map(
    alerts.filter((alert) => alert.assetUuid === assetUuid).map((alert) => [alert.subject, alert]),
  );
  const outputs = found.map((output): LostOutput => {
    const alert = known.get(utxoKey(output));
    return {
      ...output,
      amountSats: amounts.get(utxoKey(output)) ?? null,
      spentBy: alert?.txid ?? null,
      alert: alert?.state ?? null,
    };
  });
  const { name, ticker, precision, assetId } = asset;
  return { asset: { name, ticker, precision, assetId, assetUuid }, outputs, asOf: now() };
}

/** What each output held, by its place: AMP's transactions still tell it. */
async function amountsOf(
  amp: AmpClient,
  assetUuid: string,
  outputs: UtxoRef[],
): Promise<ReadonlyMap<string, bigint>> {
  const txids = [...new Set(outputs.map(({ txid }) => txid))].slice(0, AMOUNTS_OF);
  const transactions = await Promise.all(
    txids.map((txid) => orNull(amp.call("getTransaction", { path: { assetUuid, txid } }))),
  );
  return new Map(
    transactions.flatMap((tx) =>
      tx === null
        ? []
        : tx.outputs.map(({ vout, amount }) => [utxoKey({ txid: tx.txid, vout }), amount] as const),
    ),
  );
}
