import { isKnownAsset } from "../../ledger/store";
import { POLICY_LABEL } from "../amounts";
import { type Method, type WalletContext, walletMethod } from "../method";
import { readAmount } from "../params";
import { assertUnlocked } from "../passphrase";
import { RpcError, type SendManyRequest } from "../port";
import { sendMany } from "../sending";

/** What moves coins. */
export const sendingMethods: Record<string, Method> = {
  sendmany: walletMethod({
    params: [
      "dummy",
      "amounts",
      "minconf",
      "comment",
      "subtractfeefrom",
      "replaceable",
      "conf_target",
      "estimate_mode",
      "output_assets",
      "ignoreblindfail",
      "fee_rate",
      "verbose",
    ],
    writes: true,
    run: async (context, params) => {
      assertUnlocked(context.wallet);
      if (params.text(0, "") !== "") throw new RpcError(-8, 'Dummy value must be set to ""');
      const recipients = await readRecipients(context, params.record(1), params.record(8));
      if (params.list(4).length > 0)
        throw new RpcError(-8, "The sandbox does not subtract fees from recipients.");
      const request = { recipients, minConfirmations: params.whole(2, 1), comment: params.text(3, "") };
      return send(context, request, params.truth(11, false));
    },
  }),
  sendtoaddress: walletMethod({
    params: [
      "address",
      "amount",
      "comment",
      "comment_to",
      "subtractfeefromamount",
      "replaceable",
      "conf_target",
      "estimate_mode",
      "avoid_reuse",
      "assetlabel",
      "ignoreblindfail",
      "fee_rate",
      "verbose",
    ],
    writes: true,
    run: async (context, params) => {
      assertUnlocked(context.wallet);
      const address = params.text(0);
      const assets = { [address]: params.text(9, POLICY_LABEL) };
      const recipients = await readRecipients(context, { [address]: params.raw(1) }, assets);
      if (params.truth(4, false))
        throw new RpcError(-8, "The sandbox does not subtract fees from recipients.");
      return send(context, { recipients, comment: params.text(2, "") }, params.truth(12, false));
    },
  }),
};

async function send({ db, ledger, wallet }: WalletContext, request: SendManyRequest, isVerbose: boolean) {
  const { txid } = await sendMany(db, ledger.network, wallet.name, request);
  return isVerbose ? { txid, fee_reason: "Fallback fee" } : txid;
}

async function readRecipients(
  { db, ledger, facts }: WalletContext,
  amounts: Record<string, unknown>,
  assets: Record<string, unknown>,
): Promise<SendManyRequest["recipients"]> {
  const recipients: SendManyRequest["recipients"] = [];
  for (const [address, amount] of Object.entries(amounts)) {
    try {
      ledger.scriptOf(address);
    } catch {
      throw new RpcError(-5, `Invalid Bitcoin address: ${address}`);
    }
    const named = String(assets[address] ?? POLICY_LABEL);
    const assetId = named === POLICY_LABEL ? facts.policyAsset : named;
    if (assetId !== facts.policyAsset && !(await isAsset(db, assetId))) {
      throw new RpcError(-4, `Unknown label and invalid asset hex: ${named}`);
    }
    recipients.push({ address, assetId, amountSats: readAmount(amount) });
  }
  if (recipients.length === 0) throw new RpcError(-8, "Invalid parameter, recipients must not be empty");
  return recipients;
}

const isAsset = async (db: WalletContext["db"], assetId: string): Promise<boolean> =>
  /^[0-9a-f]{64}$/.test(assetId) && (await isKnownAsset(db, assetId));
