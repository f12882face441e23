import { POLICY_LABEL } from "../amounts";
import { assetLabels, readAsset } from "../asset-labels";
import { spendableCoins } from "../coins";
import { readFeeRate, readSubtracted } from "../fees";
import { type Method, type WalletContext, walletMethod } from "../method";
import { readAmount } from "../params";
import { assertUnlocked } from "../passphrase";
import { RpcError, type SendManyRequest } from "../port";
import { readDestination, type SendOptions, sendMany, sendPayment } from "../sending";

/** What a node says of its fee when it has no estimates. */
const FEE_REASON = "Fallback fee";
const BURN_SCRIPT = "6a";

/** What moves coins. */
export const sendingMethods: Record<string, Method> = {
  sendmany: walletMethod({
    params: [
      ...["dummy", "amounts", "minconf", "comment", "subtractfeefrom", "replaceable", "conf_target"],
      ...["estimate_mode", "output_assets", "ignoreblindfail", "fee_rate", "verbose"],
    ],
    writes: true,
    run: async (context, params) => {
      assertUnlocked(context.wallet);
      if (params.text(0, "") !== "") throw new RpcError(-8, 'Dummy value must be set to ""');
      const amounts = params.record(1);
      const isVerbose = params.truth(11, false);
      params.truth(5, false);
      params.truth(9, true);
      const feeRate = readFeeRate({
        confTarget: params.raw(6),
        estimateMode: params.raw(7),
        feeRate: params.raw(10),
      });
      const subtractFeeFrom = readSubtracted(params.list(4), Object.keys(amounts));
      const recipients = await readRecipients(context, amounts, params.record(8));
      // Newer nodes call minconf a dummy: its type counts, its value does not.
      params.whole(2, 1);
      const request = { recipients, comment: params.text(3, "") };
      return send(context, { ...request, subtractFeeFrom, feeRate }, isVerbose);
    },
  }),
  sendtoaddress: walletMethod({
    params: [
      ...["address", "amount", "comment", "comment_to", "subtractfeefromamount", "replaceable"],
      ...[
        "conf_target",
        "estimate_mode",
        "avoid_reuse",
        "assetlabel",
        "ignoreblindfail",
        "fee_rate",
        "verbose",
      ],
    ],
    writes: true,
    run: async (context, params) => {
      assertUnlocked(context.wallet);
      const address = params.text(0);
      const isVerbose = params.truth(12, false);
      for (const [position, usual] of [
        [5, false],
        [8, false],
        [10, true],
      ] as const)
        params.truth(position, usual);
      const feeRate = readFeeRate({
        confTarget: params.raw(6),
        estimateMode: params.raw(7),
        feeRate: params.raw(11),
      });
      const assets = { [address]: params.text(9, POLICY_LABEL) };
      const recipients = await readRecipients(context, { [address]: params.raw(1) }, assets);
      const subtractFeeFrom = params.truth(4, false) ? [0] : [];
      return send(context, { recipients, comment: params.text(2, ""), subtractFeeFrom, feeRate }, isVerbose);
    },
  }),
  destroyamount: walletMethod({
    params: ["asset", "amount", "comment", "verbose"],
    writes: true,
    run: async ({ db, ledger, wallet, facts }, params) => {
      const assetId = readAsset(await assetLabels(db, facts), params.text(0));
      const amountSats = readAmount(params.raw(1));
      if (amountSats <= 0n) throw new RpcError(-3, "Invalid amount to destroy");
      const [comment, isVerbose] = [params.text(2, ""), params.truth(3, false)];
      assertUnlocked(wallet);
      const burn = { kind: "burn", scriptHex: BURN_SCRIPT, blindingKey: null, assetId, amountSats } as const;
      const coins = await spendableCoins(db, wallet.name, { assetIds: [facts.policyAsset, assetId] });
      const payment = { coins, outputs: [burn] };
      const { txid } = await sendPayment(db, ledger.network, wallet.name, payment, comment);
      return isVerbose ? { txid, fee_reason: FEE_REASON } : txid;
    },
  }),
};

async function send(
  { db, ledger, wallet }: WalletContext,
  request: SendManyRequest & SendOptions,
  isVerbose: boolean,
) {
  const { txid } = await sendMany(db, ledger.network, wallet.name, request);
  return isVerbose ? { txid, fee_reason: FEE_REASON } : txid;
}

async function readRecipients(
  { db, ledger, facts }: WalletContext,
  amounts: Record<string, unknown>,
  assets: Record<string, unknown>,
): Promise<SendManyRequest["recipients"]> {
  const labels = await assetLabels(db, facts);
  const recipients = Object.entries(amounts).map(([address, amount]) => {
    readDestination(ledger.network, address);
    const assetId = readAsset(labels, String(assets[address] ?? POLICY_LABEL));
    return { address, assetId, amountSats: readAmount(amount) };
  });
  if (recipients.length === 0) throw new RpcError(-8, "Invalid parameter, recipients must not be empty");
  return recipients;
}
