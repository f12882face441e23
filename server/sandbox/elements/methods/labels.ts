import { and, eq, lte, sql } from "drizzle-orm";
import { outputs, transactions } from "../../db/ledger-tables";
import { walletOwner } from "../../ledger/keyring";
import { listAddresses, listLabels, setLabel } from "../../ledger/labels";
import { readAddress } from "../addresses";
import { amountMap, decimal } from "../amounts";
import { assetLabels, readAsset } from "../asset-labels";
import { type Method, type WalletContext, walletMethod } from "../method";
import { findOwnScripts } from "../own-scripts";
import type { Params } from "../params";
import { RpcError } from "../port";

/** The words that a wallet's owner gives its addresses. */
export const labelMethods: Record<string, Method> = {
  setlabel: walletMethod({
    params: ["address", "label"],
    writes: true,
    run: async ({ db, ledger, wallet }, params) => {
      const { scriptHex } = readAddress(ledger.network, params.text(0));
      const label = readLabel(params, 1);
      if (await setLabel(db, walletOwner(wallet.name), scriptHex, label)) return null;
      throw new RpcError(-4, "The sandbox keeps labels for a wallet's own addresses only");
    },
  }),
  listlabels: walletMethod({
    params: ["purpose"],
    run: ({ db, wallet }) => listLabels(db, walletOwner(wallet.name)),
  }),
  getaddressesbylabel: walletMethod({
    params: ["label"],
    run: async ({ db, wallet }, params) => {
      const label = readLabel(params, 0);
      const addresses = await listAddresses(db, walletOwner(wallet.name), label);
      if (addresses.length === 0) throw new RpcError(-11, `No addresses with label ${label}`);
      return Object.fromEntries(addresses.map((address) => [address, { purpose: "receive" }]));
    },
  }),
  getreceivedbyaddress: walletMethod({
    params: ["address", "minconf", "include_immature_coinbase", "assetlabel"],
    run: receivedBy,
  }),
};

/** @throws RpcError -11 for the word that stands for all labels */
export function readLabel(params: Params, position: number, fallback?: string): string {
  const label = params.text(position, fallback);
  if (label === "*") throw new RpcError(-11, "Invalid label name");
  if (label.length > 255) throw new RpcError(-8, "The sandbox keeps labels of at most 255 characters");
  return label;
}

async function receivedBy({ db, ledger, wallet, facts }: WalletContext, params: Params) {
  const { scriptHex } = readAddress(ledger.network, params.text(0));
  const own = await findOwnScripts(db, wallet.name, [scriptHex]);
  if (own.size === 0) throw new RpcError(-4, "Address not found in wallet");
  const confirmations = params.whole(1, 1);
  const { height } = await ledger.tip();
  const isDeepEnough =
    confirmations > 0 ? lte(transactions.blockHeight, height - confirmations + 1) : undefined;
  const rows = await db
    .select({ assetId: outputs.assetId, sats: sql`sum(${outputs.amountSats})`.mapWith(BigInt) })
    .from(outputs)
    .innerJoin(transactions, eq(transactions.txid, outputs.txid))
    .where(and(eq(outputs.scriptHex, scriptHex), sql`${transactions.conflictedHeight} is null`, isDeepEnough))
    .groupBy(outputs.assetId);
  const sums = new Map(rows.map(({ assetId, sats }) => [assetId, sats]));
  const labels = await assetLabels(db, facts);
  const asset = params.text(3, "");
  if (asset === "") return amountMap(sums, facts.policyAsset, { labels });
  return decimal(sums.get(readAsset(labels, asset)) ?? 0n);
}
