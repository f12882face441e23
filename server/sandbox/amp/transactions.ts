import { type AssetTx, UNKNOWN_BLINDER } from "@/lib/contracts/amp/transactions";
import type { LiquidNetwork } from "../ledger/port";
import type { Unit } from "../world";
import type { AssetRow } from "./asset-store";
import type { Handlers } from "./call";
import { groupBy } from "./group";
import { notFound } from "./refusal";
import {
  findTransaction,
  type OutputWithUser,
  outputsOfTransactions,
  pageOfTransactions,
  type TransactionRow,
} from "./transaction-store";

const EXPLORER: Record<LiquidNetwork, string> = {
  liquid: "https://blockstream.info/liquid/tx/",
  testnet: "https://blockstream.info/liquidtestnet/tx/",
  regtest: "http://localhost/tx/",
};

const side = (asset: AssetRow, { output, userId }: OutputWithUser) => ({
  assetId: assetIdOf(asset, output),
  amount: output.amountSats,
  assetBlinder: output.assetBlinder,
  amountBlinder: output.amountBlinder,
  registeredUser: userId,
  gaid: output.gaid,
  isTreasury: output.gaid === null && !output.isBurnt,
});

const assetIdOf = (asset: AssetRow, output: OutputWithUser["output"]) =>
  output.isToken ? (asset.tokenId ?? "") : asset.assetId;

/** The explorer's link that opens the outputs whose blinders are known. */
function unblindedUrl(
  network: LiquidNetwork,
  asset: AssetRow,
  txid: string,
  outputs: OutputWithUser[],
): string {
  const opened = outputs
    .filter(({ output }) => output.amountBlinder !== UNKNOWN_BLINDER)
    .map(({ output }) =>
      [output.amountSats, assetIdOf(asset, output), output.amountBlinder, output.assetBlinder].join(","),
    );
  return `${EXPLORER[network]}${txid}#blinded=${opened.join(",")}`;
}

async function views({ db, ledger }: Unit, asset: AssetRow, rows: TransactionRow[]): Promise<AssetTx[]> {
  const txids = rows.map((row) => row.txid);
  const made = groupBy(await outputsOfTransactions(db, asset, "made", txids), ({ output }) => output.txid);
  const spent = groupBy(
    await outputsOfTransactions(db, asset, "spent", txids),
    ({ output }) => output.spentTxid,
  );
  return rows.map(({ txid, kind, height, blockTime, receivedAt }) => {
    const outputs = made.get(txid) ?? [];
    return {
      txid,
      datetime: blockTime ?? receivedAt,
      blockheight: height ?? 0,
      isIssuance: kind === "issuance",
      isReissuance: kind === "reissuance",
      isDistribution: kind === "distribution",
      inputs: (spent.get(txid) ?? []).map((row) => ({
        ...side(asset, row),
        vin: row.output.spentVin ?? 0,
        prevTxid: row.output.txid,
        prevVout: row.output.vout,
      })),
      outputs: outputs.map((row) => ({
        ...side(asset, row),
        vout: row.output.vout,
        isSpent: row.output.spentTxid !== null,
        isBurnt: row.output.isBurnt,
      })),
      unblindedUrl: unblindedUrl(ledger.network, asset, txid, outputs),
    };
  });
}

export const transactionHandlers = {
  async listTransactions({ unit, asset, query }) {
    return views(unit, asset, await pageOfTransactions(unit.db, asset.uuid, query));
  },

  async getTransaction({ unit, asset, params: { txid = "" } }) {
    const row = await findTransaction(unit.db, asset.uuid, txid);
    const [tx] = row ? await views(unit, asset, [row]) : [];
    if (!tx) throw notFound();
    return tx;
  },
} satisfies Handlers;
