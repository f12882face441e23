import { z } from "zod";
import { ListedTransaction, TransactionDetail, WalletTransaction as Wire } from "@/lib/contracts/elements";
import { amountMap, decimal, POLICY_LABEL } from "../amounts";
import { type Method, type WalletContext, walletMethod } from "../method";
import type { Params } from "../params";
import { RpcError, type WalletDetail, type WalletTransaction } from "../port";
import { getTransaction, walletTransactions } from "../wallet-transaction";

/** What a wallet took part in. */
export const transactionMethods: Record<string, Method> = {
  gettransaction: walletMethod({
    params: ["txid", "include_watchonly", "verbose"],
    run: async ({ db, ledger, wallet, facts }, params) => {
      const transaction = await getTransaction(db, wallet.name, params.text(0));
      const { hash, height } = await ledger.tip();
      const { feeSats } = transaction;
      const details = transaction.details.map((detail) => encodeDetail(detail, feeSats));
      return {
        amount: amountMap(transaction.netSats, facts.policyAsset, true),
        ...(feeSats !== null && { fee: { [POLICY_LABEL]: decimal(-feeSats) } }),
        ...z.encode(Wire, { ...summary(transaction), details }),
        ...circumstances(transaction),
        hex: transaction.hex,
        lastprocessedblock: { hash, height },
      };
    },
  }),
  listtransactions: walletMethod({
    params: ["label", "count", "skip", "include_watchonly"],
    run: listTransactions,
  }),
};

async function listTransactions({ db, wallet }: WalletContext, params: Params) {
  const [label, count, skip] = [params.text(0, "*"), params.whole(1, 10), params.whole(2, 0)];
  if (count < 0) throw new RpcError(-8, "Negative count");
  if (skip < 0) throw new RpcError(-8, "Negative from");
  const transactions = await walletTransactions(db, wallet.name);
  const entries = transactions.flatMap((transaction) =>
    transaction.details
      .filter((detail) => label === "*" || (detail.category === "receive" && detail.label === label))
      .map((detail) => ({ detail, transaction })),
  );
  // Counted from the newest, shown from the oldest.
  return entries
    .slice(skip, skip + count)
    .reverse()
    .map(({ detail, transaction }) => ({
      ...encodeDetail(detail, transaction.feeSats),
      ...z.encode(ListedTransaction.omit({ address: true, category: true }), summary(transaction)),
      ...circumstances(transaction),
    }));
}

function encodeDetail(detail: WalletDetail, feeSats: bigint | null) {
  const { address, category, amountSats, amountBlinder, assetId, assetBlinder, label, vout } = detail;
  return z.encode(TransactionDetail, {
    ...(address !== null && { address }),
    category,
    amount: amountSats,
    amountblinder: amountBlinder,
    asset: assetId,
    assetblinder: assetBlinder,
    ...(label !== null && { label }),
    vout,
    ...(category === "send" && feeSats !== null && { fee: feeSats }),
    abandoned: false,
  });
}

const summary = ({ txid, confirmations, block, comment }: WalletTransaction) => ({
  txid,
  confirmations,
  ...(block && { blockheight: block.height }),
  ...(comment !== null && { comment }),
});

const seconds = (date: Date) => Math.floor(date.getTime() / 1000);

/** Where and when; nothing is ever replaced and nothing conflicts here. */
const circumstances = ({ wtxid, block, feeSats, receivedAt }: WalletTransaction) => ({
  ...(block
    ? { blockhash: block.hash, blockindex: block.index, blocktime: seconds(block.time) }
    : { trusted: feeSats !== null }),
  wtxid,
  walletconflicts: [],
  mempoolconflicts: [],
  time: seconds(receivedAt),
  timereceived: seconds(receivedAt),
  "bip125-replaceable": "no",
});
