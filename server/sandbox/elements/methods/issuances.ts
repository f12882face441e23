import { z } from "zod";
import { WalletIssuance } from "@/lib/contracts/elements";
import { tokenOf } from "../../ledger/issuance-fields";
import { walletOwner } from "../../ledger/keyring";
import { NO_BLINDER } from "../../ledger/port";
import { type IssuanceRow, listIssuances, txidsOf } from "../../ledger/store";
import { assetLabels, readAsset } from "../asset-labels";
import { issueFromWallet, reissueFromWallet } from "../issuing";
import { type Method, walletMethod } from "../method";
import { readAmount } from "../params";
import { assertUnlocked } from "../passphrase";
import { RpcError } from "../port";

/** What a wallet issues and sees issued. */
export const issuanceMethods: Record<string, Method> = {
  issueasset: walletMethod({
    params: ["assetamount", "tokenamount", "blind", "contract_hash"],
    writes: true,
    run: async ({ db, ledger, wallet }, params) => {
      const [amountSats, tokenSats] = [readAmount(params.raw(0)), readAmount(params.raw(1))];
      if (amountSats === 0n && tokenSats === 0n)
        throw new RpcError(-3, "Issuance must have one non-zero component");
      const isConfidential = params.truth(2, true);
      const contractHash = params.hash(3, NO_BLINDER);
      assertUnlocked(wallet);
      const draft = { contractHash, amountSats, tokenSats, isConfidential };
      const issued = await issueFromWallet(db, ledger.network, wallet.name, draft);
      const { txid, vin, entropy, assetId } = issued;
      return { txid, vin, entropy, asset: assetId, token: tokenOf(entropy, isConfidential) };
    },
  }),
  reissueasset: walletMethod({
    params: ["asset", "assetamount"],
    writes: true,
    run: async ({ db, ledger, wallet, facts }, params) => {
      const assetId = readAsset(await assetLabels(db, facts), params.text(0));
      const amountSats = readAmount(params.raw(1));
      if (amountSats <= 0n) throw new RpcError(-3, "Reissuance must create a non-zero amount.");
      assertUnlocked(wallet);
      const request = { assetId, amountSats };
      const { txid, vin } = await reissueFromWallet(db, ledger.network, wallet.name, request);
      return { txid, vin };
    },
  }),
  listissuances: walletMethod({
    params: ["asset"],
    run: async ({ db, wallet, facts }, params) => {
      const asset = params.text(0, "");
      const own = new Set(await txidsOf(db, walletOwner(wallet.name)));
      const assetId = asset === "" ? undefined : readAsset(await assetLabels(db, facts), asset);
      const rows = await listIssuances(db, assetId);
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
