import { z } from "zod";
import { TransactionDetail, WalletTransaction as Wire } from "@/lib/contracts/elements";
import { amountMap, decimal, POLICY_LABEL } from "../amounts";
import { assetLabels } from "../asset-labels";
import { type Method, walletMethod } from "../method";
import { type Parents, parentsOf } from "../own-scripts";
import type { WalletDetail, WalletTransaction } from "../port";
import { describeHex } from "../raw/describe";
import { getTransaction } from "../wallet-transaction";

/** What a wallet took part in. */
export const transactionMethods: Record<string, Method> = {
  gettransaction: walletMethod({
    params: ["txid", "include_watchonly", "verbose"],
    run: async ({ db, ledger, wallet, facts }, params) => {
      const transaction = await getTransaction(db, wallet.name, params.text(0));
      const { hash, height } = await ledger.tip();
      const { feeSats } = transaction;
      const parents = await parentsOf(db, ledger.network, wallet.name, transaction.details);
      const details = transaction.details.map((detail) => encodeDetail(detail, feeSats, parents));
      const labels = await assetLabels(db, facts);
      const isVerbose = params.truth(2, false);
      return {
        amount: amountMap(transaction.netSats, facts.policyAsset, { labels, keepZeros: true }),
        ...(feeSats !== null && { fee: { [POLICY_LABEL]: decimal(-feeSats) } }),
        ...z.encode(Wire, { ...summary(transaction), details }),
        ...circumstances(transaction),
        hex: transaction.hex,
        ...(isVerbose && { decoded: describeHex(ledger.network, transaction.hex) }),
        lastprocessedblock: { hash, height },
      };
    },
  }),
};

/** A line of `details` and of listtransactions; `parents` are the receiving addresses' key chains. */
export function encodeDetail(detail: WalletDetail, feeSats: bigint | null, parents: Parents) {
  const { address, category, amountSats, amountBlinder, assetId, assetBlinder, label, vout } = detail;
  const core = z.encode(TransactionDetail, {
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
  const parent = category === "receive" && address !== null ? parents.get(address) : undefined;
  return parent === undefined ? core : { ...core, parent_descs: [parent] };
}

export const summary = ({ txid, confirmations, block, comment }: WalletTransaction) => ({
  txid,
  confirmations,
  ...(block && { blockheight: block.height }),
  ...(comment !== null && { comment }),
});

const seconds = (date: Date) => Math.floor(date.getTime() / 1000);

/** Where and when; nothing is ever replaced here. */
export const circumstances = ({
  wtxid,
  block,
  feeSats,
  receivedAt,
  isConflicted,
  conflicts,
}: WalletTransaction) => ({
  ...(block
    ? { blockhash: block.hash, blockindex: block.index, blocktime: seconds(block.time) }
    : { trusted: feeSats !== null && !isConflicted }),
  wtxid,
  walletconflicts: conflicts,
  mempoolconflicts: [],
  time: seconds(receivedAt),
  timereceived: seconds(receivedAt),
  "bip125-replaceable": "no",
});
