import type { Asset } from "@/lib/contracts/amp/assets";
import type { Utxo } from "@/lib/contracts/amp/utxos";
import { utxoKey } from "@/lib/domain/utxos";
import type { AmpClient } from "@/server/amp/client";

/** What AMP tracks of an asset, token included. */
export interface TrackedOutputs {
  /** "txid:vout" of each. */
  all: Set<string>;
  /** Those of the treasury. */
  treasury: string[];
  /** Of the asset itself, blacklisted outputs included. */
  treasurySats: bigint;
  holdersSats: bigint;
}

const isTreasuryOutput = ({ gaid, registeredUser }: Utxo) => gaid === null && registeredUser === null;

/** An asset with 100,000 holders is summed row by row as it arrives. AMP: GET …/utxos */
export async function readTracked(
  amp: AmpClient,
  { assetUuid, assetId }: Pick<Asset, "assetUuid" | "assetId">,
): Promise<TrackedOutputs> {
  const tracked: TrackedOutputs = { all: new Set(), treasury: [], treasurySats: 0n, holdersSats: 0n };
  for await (const rows of amp.rows("listUtxos", { path: { assetUuid } })) {
    for (const row of rows) {
      const isTreasury = isTreasuryOutput(row);
      tracked.all.add(utxoKey(row));
      if (isTreasury) tracked.treasury.push(utxoKey(row));
      if (row.asset !== assetId) continue;
      if (isTreasury) tracked.treasurySats += row.amount;
      else tracked.holdersSats += row.amount;
    }
  }
  return tracked;
}
