import { z } from "zod";
import { NodeIssuance, NodeUnspent } from "@/lib/contracts/amp/node-entries";
import { nodeDetails } from "../../elements/node-details";
import type { Draft } from "../../ledger/coin";
import { walletOwner } from "../../ledger/keyring";
import { pay } from "../../ledger/payment";
import { LedgerError, type OutpointRef } from "../../ledger/port";
import { unspentOf } from "../../ledger/store";
import type { Unit } from "../../world";
import type { AssetRow } from "../asset-store";

/** What an issuer's node does besides AMP, as tests need it: any transaction, and what the node would tell of it. */

export const TREASURY = "treasury";

export interface Spending {
  /** An address, or nothing for an output that burns. */
  outputs: { to: string | null; assetId: string; amountSats: bigint }[];
  /** Sats of the asset that come into being; the reissuance token goes where `outputs` say. */
  reissue?: { asset: AssetRow; amountSats: bigint; to: string };
  /** Spent in any case; change goes back to the wallet. */
  with?: OutpointRef[];
  wallet?: string;
}

/** Pays from a wallet of the node, whatever AMP may think of it. */
export async function spend(
  unit: Unit,
  { outputs, reissue, with: preset = [], wallet = TREASURY }: Spending,
) {
  const { db, ledger } = unit;
  const coins = await unspentOf(db, walletOwner(wallet));
  const isPreset = (coin: OutpointRef) =>
    preset.some(({ txid, vout }) => coin.txid === txid && coin.vout === vout);
  const drafts: Draft[] = [];
  for (const output of outputs) drafts.push(await draftOf(unit, output));
  const token = reissue && coins.find((coin) => coin.assetId === reissue.asset.tokenId);
  if (reissue && !token) throw new LedgerError("funds", "The wallet has no reissuance token.");
  const chosen = [...(token ? [token] : []), ...coins.filter(isPreset)];
  const { txid } = await pay(db, ledger.network, {
    coins: coins.filter((coin) => !chosen.includes(coin)),
    preset: chosen,
    outputs: drafts,
    ...(reissue && { issuance: await issuanceOf(unit, reissue) }),
  });
  return txid;
}

async function draftOf(
  { ledger, node }: Unit,
  { to, assetId, amountSats }: Spending["outputs"][0],
): Promise<Draft> {
  if (to === null) return { kind: "burn", scriptHex: "6a", blindingKey: null, assetId, amountSats };
  const { confidentialKey } = await node.getAddressInfo(TREASURY, to);
  return {
    kind: "payment",
    scriptHex: ledger.scriptOf(to),
    blindingKey: confidentialKey,
    assetId,
    amountSats,
  };
}

async function issuanceOf(unit: Unit, { asset, amountSats, to }: NonNullable<Spending["reissue"]>) {
  const issued = await unit.ledger.transaction(asset.issuanceTxid);
  const entropy = issued?.issuances.find(({ assetId }) => assetId === asset.assetId)?.entropy ?? "";
  const draft = await draftOf(unit, { to, assetId: asset.assetId, amountSats });
  return {
    draft: { entropy, tokenId: asset.tokenId ?? "", amountSats, isConfidential: false },
    outputs: () => [draft],
  };
}

/** An order's payments in one transaction. */
export const payOrder = (unit: Unit, amounts: Record<string, bigint>, assetId: string) =>
  spend(unit, { outputs: Object.entries(amounts).map(([to, amountSats]) => ({ to, assetId, amountSats })) });

export const burn = (unit: Unit, { assetId }: AssetRow, amountSats: bigint) =>
  spend(unit, { outputs: [{ to: null, assetId, amountSats }] });

/** Reissues to fresh addresses of the wallet. */
export async function reissue(unit: Unit, asset: AssetRow, amountSats: bigint) {
  const token = { to: await unit.node.getNewAddress(TREASURY), assetId: asset.tokenId ?? "", amountSats: 1n };
  const to = await unit.node.getNewAddress(TREASURY);
  return spend(unit, { outputs: [token], reissue: { asset, amountSats, to } });
}

/** The node's `listunspent` entries of one asset and transaction. */
export async function changeOf({ node }: Unit, txid: string, assetId: string) {
  const coins = await node.listUnspent(TREASURY, { minConfirmations: 0 });
  return coins
    .filter((coin) => coin.txid === txid && coin.assetId === assetId)
    .map(({ vout, amountSats, amountBlinder, assetBlinder }) =>
      z.encode(NodeUnspent, {
        ...{ txid, vout, amount: amountSats, amountblinder: amountBlinder },
        ...{ asset: assetId, assetblinder: assetBlinder },
      }),
    );
}

export const distributionBody = async (unit: Unit, { assetId }: AssetRow, txid: string) => ({
  txData: { txid, details: await nodeDetails(unit, TREASURY, txid) },
  changeData: await changeOf(unit, txid, assetId),
});

export const burnBody = async (unit: Unit, { assetId }: AssetRow, txid: string) => ({
  txData: { txid },
  changeData: await changeOf(unit, txid, assetId),
});

export async function reissueBody(unit: Unit, txid: string) {
  const issuances = (await unit.ledger.transaction(txid))?.issuances ?? [];
  return {
    details: await nodeDetails(unit, TREASURY, txid),
    reissuanceOutput: { txid, vin: issuances[0]?.vin ?? 0 },
    listIssuances: issuances.map(({ isReissuance, vin, assetId, amountSats }) =>
      z.encode(NodeIssuance, {
        ...{ isreissuance: isReissuance, txid, vin, asset: assetId, assetamount: amountSats },
      }),
    ),
  };
}
