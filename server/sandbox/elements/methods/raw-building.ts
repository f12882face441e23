import { decimal } from "../amounts";
import { assetLabels } from "../asset-labels";
import { type Method, nodeMethod, walletMethod } from "../method";
import { assertUnlocked } from "../passphrase";
import { blindRaw, unblindRaw } from "../raw/blind";
import { createTransaction } from "../raw/create";
import { describeHex } from "../raw/describe";
import { fundRaw } from "../raw/fund";
import { readFundOptions } from "../raw/fund-options";
import { decodeTransaction } from "../raw/hex";
import { addIssuance, addReissuance } from "../raw/issue";
import { findWalletOpenings } from "../raw/openings";
import { signRaw } from "../raw/sign";

/** Transactions made by hand: created, funded, given issuances, blinded and signed. */
export const rawBuildingMethods: Record<string, Method> = {
  createrawtransaction: nodeMethod({
    params: ["inputs", "outputs", "locktime", "replaceable"],
    run: async ({ db, ledger, facts }, params) =>
      createTransaction(ledger.network, await assetLabels(db, facts), {
        inputs: params.list(0),
        outputs: params.raw(1),
        locktime: params.long(2, 0),
        isReplaceable: params.truth(3, true),
      }).toHex(),
  }),
  decoderawtransaction: nodeMethod({
    params: ["hexstring", "iswitness"],
    run: async ({ ledger }, params) => describeHex(ledger.network, params.text(0)),
  }),
  fundrawtransaction: walletMethod({
    params: ["hexstring", "options", "iswitness", "solving_data"],
    writes: true,
    run: async (context, params) => {
      const transaction = decodeTransaction(params.text(0));
      const { ledger, db, facts } = context;
      const labels = await assetLabels(db, facts);
      const options = readFundOptions(ledger.network, labels, params.raw(1), transaction.outs.length);
      const { feeSats, changePosition } = await fundRaw(context, transaction, options);
      return { hex: transaction.toHex(), fee: decimal(feeSats), changepos: changePosition };
    },
  }),
  rawissueasset: nodeMethod({
    params: ["transaction", "issuances"],
    run: async ({ ledger }, params) => {
      const transaction = decodeTransaction(params.text(0));
      return params.list(1).map((given) => {
        const issued = addIssuance(ledger.network, transaction, given);
        return { hex: transaction.toHex(), ...issued };
      });
    },
  }),
  rawreissueasset: nodeMethod({
    params: ["transaction", "reissuances"],
    run: async ({ ledger }, params) => {
      const transaction = decodeTransaction(params.text(0));
      for (const given of params.list(1)) addReissuance(ledger.network, transaction, given);
      return { hex: transaction.toHex() };
    },
  }),
  blindrawtransaction: walletMethod({
    params: ["hexstring", "ignoreblindfail", "asset_commitments", "blind_issuances", "totalblinder"],
    writes: true,
    run: async ({ db, wallet }, params) => {
      const transaction = decodeTransaction(params.text(0));
      const request = { ignoresFailure: params.truth(1, true), blindsIssuances: params.truth(3, true) };
      await blindRaw(db, wallet.name, transaction, request);
      return transaction.toHex();
    },
  }),
  unblindrawtransaction: walletMethod({
    params: ["hex"],
    run: async ({ db, wallet }, params) => {
      const transaction = decodeTransaction(params.text(0));
      unblindRaw(transaction, await findWalletOpenings(db, wallet.name, transaction));
      return { hex: transaction.toHex() };
    },
  }),
  signrawtransactionwithwallet: walletMethod({
    params: ["hexstring", "prevtxs", "sighashtype"],
    run: async ({ db, ledger, wallet }, params) => {
      const transaction = decodeTransaction(params.text(0));
      assertUnlocked(wallet);
      const errors = await signRaw(db, ledger.network, wallet.name, transaction);
      const isComplete = errors.length === 0;
      return { hex: transaction.toHex(), complete: isComplete, ...(!isComplete && { errors }) };
    },
  }),
};
