import type { ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { type LostOutputsView, supportReport } from "@/lib/domain/lost-outputs";
import { type UtxoRef, utxoKey } from "@/lib/domain/utxos";
import type { AmpClient } from "@/server/amp/client";
import { orNull } from "@/server/amp/look-up";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { atATime } from "@/server/platform/at-a-time";
import { listAlerts } from "@/server/watch/store";
import { getAsset, requireUuid } from "./assets";
import { pageOf, requireRows } from "./list";

const ALERTS = 10_000;

/**
 * What AMP has lost track of, with what it held and what the watch found out.
 * AMP: GET /assets/{a}/lost-outputs, GET /assets/{a}, GET /assets/{a}/txs/{txid} of those on the page
 * @throws AppError INVALID_INPUT for a cursor that no page of this list returned
 */
export async function readLostOutputs(
  actor: Actor,
  assetUuid: string,
  { q: _, ...place }: ListQuery,
): Promise<LostOutputsView> {
  requireUuid(assetUuid);
  await authorize(actor, "lost-output:read", assetUuid);
  const amp = await ampAs(actor);
  const [{ name, ticker, precision, assetId }, lost, alerts] = await Promise.all([
    getAsset(actor, assetUuid),
    amp.call("listLostOutputs", { path: { assetUuid } }),
    listAlerts(actor.workspaceId, { states: ["open", "acknowledged"], limit: ALERTS, assetUuid }),
  ]);
  const known = new Map(alerts.map((alert) => [alert.subject, alert]));
  const knownAs = (output: UtxoRef, isToken: boolean) => {
    const alert = known.get(utxoKey(output));
    return { ...output, isToken, spentBy: alert?.txid ?? null, alert: alert?.state ?? null };
  };
  const outputs = [
    ...lost.lostOutputs.map((output) => knownAs(output, false)),
    ...lost.reissuanceLostOutputs.map((output) => knownAs(output, true)),
  ];
  const page = pageOf(outputs, place, { sorts: {}, defaultSort: "" });
  requireRows(place.cursor, page.rows);
  const amounts = await amountsOf(amp, assetUuid, page.rows);
  const rows = page.rows.map((row) => ({ ...row, amountSats: amounts.get(utxoKey(row)) ?? null }));
  const asset = { name, ticker, precision, assetId, assetUuid };
  const report = supportReport({ asset, outputs, asOf: page.freshness.asOf });
  return { asset, page: { ...page, rows }, report };
}

/** What each output held, by its place: AMP's transactions still tell it. */
async function amountsOf(
  amp: AmpClient,
  assetUuid: string,
  outputs: UtxoRef[],
): Promise<ReadonlyMap<string, bigint>> {
  const amounts = new Map<string, bigint>();
  await atATime([...new Set(outputs.map(({ txid }) => txid))], async (txid) => {
    const tx = await orNull(amp.call("getTransaction", { path: { assetUuid, txid } }));
    for (const { vout, amount } of tx?.outputs ?? []) amounts.set(utxoKey({ txid, vout }), amount);
  });
  return amounts;
}
