import type { Transaction } from "liquidjs-lib";
import type { SandboxDb } from "../../db/client";
import { toHex } from "../../ledger/bytes";
import type { Opening } from "../../ledger/commitments";
import { isCommitment } from "../../ledger/fields";
import { findScripts, walletOwner } from "../../ledger/keyring";
import { findOpenings, openingKey } from "../../ledger/openings-store";
import { findTransaction } from "../../ledger/store";

/** What the outputs on the wallet's own scripts hide, by their position: only of those has it the blinding keys. */
export async function findWalletOpenings(
  db: SandboxDb,
  wallet: string,
  transaction: Transaction,
): Promise<Map<number, Opening>> {
  const scripts = await findScripts(
    db,
    transaction.outs.map(({ script }) => toHex(script)),
  );
  const sent = await findTransaction(db, transaction.getId());
  const places = transaction.outs.flatMap(({ script, asset, value }, vout) => {
    const isOwn = scripts.get(toHex(script))?.owner === walletOwner(wallet);
    const commitments = { assetCommitment: toHex(asset), amountCommitment: toHex(value) };
    return isOwn && isCommitment(value) ? [{ vout, ...commitments }] : [];
  });
  const made = await findOpenings(db, places);
  return new Map(
    places.flatMap((place) => {
      const opening = made.get(openingKey(place)) ?? sent?.outputs[place.vout];
      return opening ? [[place.vout, opening] as const] : [];
    }),
  );
}
