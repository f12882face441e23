import { z } from "zod";
import { ListedTransaction } from "@/lib/contracts/elements";
import { findBlockByHash } from "../chain-store";
import { type ListedOutput, outputsSince, pageOutputs } from "../listing-store";
import { type Method, type WalletContext, walletMethod } from "../method";
import { parentsOf } from "../own-scripts";
import type { Params } from "../params";
import { RpcError } from "../port";
import { loadTransactions } from "../wallet-transaction";
import { circumstances, encodeDetail, summary } from "./transactions";

/** A wallet's history, line by line; waiting transactions and comments included. */
export const listingMethods: Record<string, Method> = {
  listtransactions: walletMethod({
    params: ["label", "count", "skip", "include_watchonly"],
    run: listTransactions,
  }),
  listsinceblock: walletMethod({
    params: [
      "blockhash",
      "target_confirmations",
      "include_watchonly",
      "include_removed",
      "include_change",
      "label",
    ],
    run: listSinceBlock,
  }),
};

async function listTransactions(context: WalletContext, params: Params) {
  const [label, count, skip] = [params.text(0, "*"), params.whole(1, 10), params.whole(2, 0)];
  params.truth(3, true);
  if (count < 0) throw new RpcError(-8, "Negative count");
  if (skip < 0) throw new RpcError(-8, "Negative from");
  const page = { label: label === "*" ? null : label, count, skip };
  // Counted from the newest, shown from the oldest.
  return (await encodeAll(context, await pageOutputs(context.db, context.wallet.name, page))).reverse();
}

async function listSinceBlock(context: WalletContext, params: Params) {
  const { db, ledger, wallet } = context;
  const tip = await ledger.tip();
  const depth = params.whole(1, 1);
  if (depth < 1) throw new RpcError(-8, "Invalid parameter");
  const since = params.raw(0) === undefined ? null : await findBlockByHash(db, params.hash(0));
  if (params.raw(0) !== undefined && !since) throw new RpcError(-5, "Block not found");
  const transactions = await encodeAll(context, await outputsSince(db, wallet.name, since?.height ?? -1));
  const last = await ledger.blockAt(tip.height + 1 - depth);
  return { transactions: transactions.reverse(), removed: [], lastblock: last?.hash ?? "0".repeat(64) };
}

async function encodeAll({ db, ledger, wallet }: WalletContext, listed: ListedOutput[]) {
  const loaded = await loadTransactions(db, wallet.name, [...new Set(listed.map(({ txid }) => txid))]);
  const byTxid = new Map(loaded.map((transaction) => [transaction.txid, transaction]));
  const lines = listed.flatMap(({ txid, vout, category }) => {
    const transaction = byTxid.get(txid);
    const detail = transaction?.details.find((one) => one.vout === vout && one.category === category);
    return transaction && detail ? [{ transaction, detail }] : [];
  });
  const details = lines.map(({ detail }) => detail);
  const parents = await parentsOf(db, ledger.network, wallet.name, details);
  return lines.map(({ detail, transaction }) => ({
    ...encodeDetail(detail, transaction.feeSats, parents),
    ...z.encode(ListedTransaction.omit({ address: true, category: true }), summary(transaction)),
    ...circumstances(transaction),
  }));
}
