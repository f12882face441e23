import { z } from "zod";
import { WalletIssuance } from "@/lib/contracts/elements";
import { walletOwner } from "../../ledger/keyring";
import { type IssuanceRow, listIssuances, txidsOf } from "../../ledger/store";
import { type Method, walletMethod } from "../method";

/** Issuances in transactions that touch the wallet. */
export const issuanceMethods: Record<string, Method> = {
  listissuances: walletMethod({
    params: ["asset"],
    run: async ({ db, wallet }, params) => {
      const asset = params.text(0, "");
      const own = new Set(await txidsOf(db, walletOwner(wallet.name)));
      const rows = await listIssuances(db, asset === "" ? undefined : asset);
      return rows.filter(({ txid }) => own.has(txid)).map((row) => z.encode(WalletIssuance, toWire(row)));
    },
  }),
};

function toWire(row: IssuanceRow) {
  const { isReissuance, entropy, txid, vin, assetId, amountSats, assetAmountBlinder } = row;
  return {
    isreissuance: isReissuance,
    ...(row.tokenId &&
      !isReissuance && {
        token: row.tokenId,
        tokenamount: row.tokenAmountSats,
        tokenblinds: row.tokenAmountBlinder,
      }),
    entropy,
    txid,
    vin,
    asset: assetId,
    assetamount: amountSats,
    assetblinds: assetAmountBlinder,
  };
}
