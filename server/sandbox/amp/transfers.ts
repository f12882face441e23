import { and, eq } from "drizzle-orm";
import { trackedOutputs } from "../db/amp-tables";
import type { LedgerOutput, LedgerTransaction } from "../ledger/port";
import type { Unit } from "../world";
import { type AssetRow, findAssetByUuid } from "./asset-store";
import { isUnspent, type NewOutput, trackTransaction } from "./books";
import { meetsRequirements } from "./category-store";
import { notFound, refused } from "./refusal";
import { findUserByGaid } from "./registered-user-store";
import { treasuryScripts } from "./treasury-address-store";

export interface HolderTransfer {
  assetUuid: string;
  fromGaid: string;
  /** Where to: another GAID (a fresh address of it) or an address. */
  to: { gaid: string } | { address: string };
  amountSats: bigint;
}

/**
 * A holder's wallet moves some of an asset, as the Green side does it after asking AMP: lock, blacklist, categories,
 * then chain and books.
 * @throws AmpRefusal when AMP's rules forbid it, LedgerError when the wallet cannot pay
 */
export async function transferBetweenHolders(
  unit: Unit,
  transfer: HolderTransfer,
): Promise<{ txid: string }> {
  const asset = await findAssetByUuid(unit.db, transfer.assetUuid);
  if (!asset) throw notFound();
  if (!asset.isAuthorized) throw refused("The asset is not authorized yet.");
  if (asset.isLocked) throw refused("The asset is locked.");
  const address = await destination(unit, asset, transfer.to);
  const { txid } = await unit.ledger.transferFromGaid({
    gaid: transfer.fromGaid,
    assetId: asset.assetId,
    outputs: [{ address, amountSats: transfer.amountSats }],
    onlyOutpoints: await spendable(unit, asset, transfer.fromGaid),
  });
  const tx = await unit.ledger.transaction(txid);
  if (!tx) throw new Error(`The transfer ${txid} is not on the ledger.`);
  await trackTransaction(unit, asset, tx, "transfer", await outputsOf(unit, asset, tx, transfer.fromGaid));
  return { txid };
}

async function destination(unit: Unit, asset: AssetRow, to: HolderTransfer["to"]): Promise<string> {
  if ("gaid" in to) {
    await checkReceiver(unit, asset, to.gaid);
    return unit.ledger.nextGaidAddress(to.gaid);
  }
  const script = unit.ledger.scriptOf(to.address);
  const gaid = (await unit.ledger.gaidsOfScripts([script])).get(script);
  if (gaid) await checkReceiver(unit, asset, gaid);
  else if (!(await treasuryScripts(unit.db, asset.uuid, [script])).has(script))
    throw refused("The address belongs to no GAID and is no treasury address.");
  return to.address;
}

/** A restricted asset goes to registered users with every category only. */
async function checkReceiver({ db }: Unit, asset: AssetRow, gaid: string): Promise<void> {
  if (!asset.isRestricted) return;
  const user = await findUserByGaid(db, asset.issuerId, gaid);
  if (!user) throw refused("The receiving GAID belongs to no registered user.");
  if (!(await meetsRequirements(db, user.id, asset.uuid)))
    throw refused("The receiver is not in every category that the asset requires.");
}

function spendable({ db }: Unit, asset: AssetRow, gaid: string) {
  return db
    .select({ txid: trackedOutputs.txid, vout: trackedOutputs.vout })
    .from(trackedOutputs)
    .where(
      and(isUnspent(asset.uuid), eq(trackedOutputs.gaid, gaid), eq(trackedOutputs.isBlacklisted, false)),
    );
}

async function outputsOf({ ledger }: Unit, asset: AssetRow, tx: LedgerTransaction, fromGaid: string) {
  const outputs = tx.outputs.filter((output) => output.assetId === asset.assetId);
  const owners = await ledger.gaidsOfScripts(outputs.map((output) => output.scriptHex));
  return outputs.map((output: LedgerOutput): NewOutput => {
    const gaid = owners.get(output.scriptHex) ?? null;
    return { vout: output.vout, gaid, isNews: gaid !== fromGaid };
  });
}
