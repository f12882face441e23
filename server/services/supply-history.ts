import type { Actor } from "@/lib/domain/actor";
import { supplyOf } from "@/lib/domain/supply";
import { type SupplyHistoryView, toSupplyChanges } from "@/lib/domain/supply-history";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { listSupplySteps } from "@/server/history/store";
import { getAsset, getSummary } from "./assets";
import { openHistory } from "./ownership-history";

/**
 * How the supply became what it is: issuance, reissuances and burns by the movements, beside AMP's summary.
 * AMP: GET /assets/{a}, …/txs, …/reissuances, …/summary
 */
export async function readSupplyHistory(actor: Actor, assetUuid: string): Promise<SupplyHistoryView> {
  const asset = await getAsset(actor, assetUuid);
  await authorize(actor, "supply:run", assetUuid);
  const amp = await ampAs(actor);
  const [history, summary, reissuances] = await Promise.all([
    openHistory(actor, asset),
    getSummary(actor, assetUuid),
    amp.brief("listReissuances", { path: { assetUuid } }),
  ]);
  const addresses = new Map(reissuances.map(({ txid, destinationAddress }) => [txid, destinationAddress]));
  const changes = toSupplyChanges(await listSupplySteps(history), addresses);
  return {
    asset: { ticker: asset.ticker, precision: asset.precision },
    changes,
    movedSats: changes.at(-1)?.supplySats ?? 0n,
    summarySats: supplyOf(summary),
    listedReissuedSats: listedSum(reissuances.map(({ reissuanceAmount }) => reissuanceAmount ?? null)),
    summaryReissuedSats: summary.reissued,
  };
}

/** null where AMP does not say of each of them. */
const listedSum = (amounts: (bigint | null)[]): bigint | null =>
  amounts.reduce(
    (sum, amount) => (sum === null || amount === null ? null : sum + amount),
    0n as bigint | null,
  );
