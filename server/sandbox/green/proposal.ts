import { randomUUID } from "node:crypto";
import { isGaid } from "@/lib/domain/gaid";
import { type AssetRow, findAssetByUuid } from "../amp/asset-store";
import { findOutputs, type TrackedOutput } from "../amp/books";
import { notFound } from "../amp/refusal";
import { findUserByGaid } from "../amp/registered-user-store";
import { treasuryScripts } from "../amp/treasury-address-store";
import { type HolderSigned, LedgerError, type OutpointRef } from "../ledger/port";
import type { Unit } from "../world";

/** Where to: another GAID (a fresh address of it) or an address. */
export type Destination = { gaid: string } | { address: string };

/** What a holder's wallet wants to send of one asset, in sats. */
export interface TransferOrder {
  assetUuid: string;
  fromGaid: string;
  outputs: { to: Destination; amountSats: bigint }[];
}

/** A transfer that the holder has signed and nobody has judged yet. */
export interface Proposal {
  uuid: string;
  assetUuid: string;
  fromGaid: string;
  signed: HolderSigned;
}

interface Party {
  amountSats: bigint;
  /** null for an address that belongs to no GAID. */
  gaid: string | null;
  isTreasury: boolean;
  userId: number | null;
}

/** The transfer as AMP sees it at one moment: rows of its asset alone. */
export interface ProposalView extends Proposal {
  asset: AssetRow;
  inputs: (Party & OutpointRef & { vin: number; tracked: TrackedOutput | null })[];
  outputs: (Party & { vout: number })[];
}

/**
 * Chooses coins and lets the holder sign.
 * @throws AmpRefusal for an unknown asset, LedgerError "funds", "address", "unknown" (GAID)
 */
export async function propose(
  unit: Unit,
  { assetUuid, fromGaid, outputs }: TransferOrder,
  reserved: OutpointRef[] = [],
): Promise<Proposal> {
  const asset = await findAssetByUuid(unit.db, assetUuid);
  if (!asset) throw notFound();
  const total = outputs.reduce((sum, output) => sum + output.amountSats, 0n);
  const onlyOutpoints = await coinsFor(unit, asset, fromGaid, total);
  const addressed: { address: string; amountSats: bigint }[] = [];
  for (const { to, amountSats } of outputs)
    addressed.push({ address: await addressOf(unit, to), amountSats });
  const signed = await unit.ledger.prepareFromGaid({
    gaid: fromGaid,
    assetId: asset.assetId,
    outputs: addressed,
    onlyOutpoints,
    reserved,
  });
  return { uuid: randomUUID(), assetUuid, fromGaid, signed };
}

async function addressOf({ ledger }: Unit, to: Destination): Promise<string> {
  if ("address" in to) return to.address;
  if (!(await ledger.isKnownGaid(to.gaid)))
    throw new LedgerError("unknown", "The receiving GAID is not known.");
  return ledger.nextGaidAddress(to.gaid);
}

/** What somebody typed as a receiver. */
export const readDestination = (text: string): Destination =>
  isGaid(text) ? { gaid: text } : { address: text };

/**
 * What a wallet would spend: coins that AMP follows and has not blacklisted as long as they suffice. When they do not,
 * the others are tried, so that AMP's refusal can say why.
 */
async function coinsFor(unit: Unit, asset: AssetRow, gaid: string, wantedSats: bigint) {
  const held = await unit.ledger.unspentOfGaid(gaid, asset.assetId);
  const tracked = await trackedBy(unit, asset, held);
  const followed = held.filter((coin) => tracked.has(key(coin)));
  const clean = followed.filter((coin) => !tracked.get(key(coin))?.isBlacklisted);
  const sum = (coins: typeof held) => coins.reduce((total, coin) => total + coin.amountSats, 0n);
  return [clean, followed].find((coins) => sum(coins) >= wantedSats) ?? held;
}

const key = ({ txid, vout }: OutpointRef) => `${txid}:${vout}`;

async function trackedBy({ db }: Unit, asset: AssetRow, outpoints: OutpointRef[]) {
  const rows = await findOutputs(db, asset.uuid, outpoints);
  return new Map(rows.filter((row) => row.spentTxid === null).map((row) => [key(row), row]));
}

/** Looks up who stands behind each input and output. @returns null when the asset is gone */
export async function viewProposal(unit: Unit, proposal: Proposal): Promise<ProposalView | null> {
  const { signed, fromGaid } = proposal;
  const asset = await findAssetByUuid(unit.db, proposal.assetUuid);
  if (!asset) return null;
  const spent = signed.inputs.map((coin, vin) => ({ ...coin, vin })).filter(ofAsset(asset));
  const paid = signed.outputs.map((output, vout) => ({ ...output, vout })).filter(ofAsset(asset));
  const tracked = await trackedBy(unit, asset, spent);
  const partyOf = await parties(unit, asset, [fromGaid], paid);
  return {
    ...proposal,
    asset,
    inputs: spent.map((coin) => ({
      ...{ vin: coin.vin, txid: coin.txid, vout: coin.vout },
      ...partyOf({ gaid: fromGaid, amountSats: coin.amountSats }),
      tracked: tracked.get(key(coin)) ?? null,
    })),
    outputs: paid.map((output) => ({ vout: output.vout, ...partyOf(output) })),
  };
}

const ofAsset = (asset: AssetRow) => (item: { assetId: string }) => item.assetId === asset.assetId;

async function parties(
  { db, ledger }: Unit,
  asset: AssetRow,
  gaids: string[],
  paid: { scriptHex: string }[],
) {
  const scripts = paid.map(({ scriptHex }) => scriptHex);
  const owners = await ledger.gaidsOfScripts(scripts);
  const treasury = await treasuryScripts(db, asset.uuid, scripts);
  const users = new Map<string, number | null>();
  for (const gaid of new Set([...gaids, ...owners.values()]))
    users.set(gaid, (await findUserByGaid(db, asset.issuerId, gaid))?.id ?? null);
  return (item: { amountSats: bigint; gaid?: string; scriptHex?: string }): Party => {
    const gaid = item.gaid ?? owners.get(item.scriptHex ?? "") ?? null;
    const isTreasury = gaid === null && treasury.has(item.scriptHex ?? "");
    return {
      amountSats: item.amountSats,
      gaid,
      isTreasury,
      userId: gaid === null ? null : (users.get(gaid) ?? null),
    };
  };
}
