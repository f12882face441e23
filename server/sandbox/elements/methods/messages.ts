import { keysOf, walletOwner } from "../../ledger/keyring";
import { type MessageVerdict, signMessage, verifyMessage } from "../../ledger/signed-message";
import { loadZkp } from "../../ledger/zkp";
import { readAddress } from "../addresses";
import { type Method, nodeMethod, type WalletContext, walletMethod } from "../method";
import { findOwnScripts } from "../own-scripts";
import type { Params } from "../params";
import { assertUnlocked } from "../passphrase";
import { RpcError } from "../port";

const REFUSALS: Partial<Record<MessageVerdict, RpcError>> = {
  "bad-address": new RpcError(-5, "Invalid address"),
  "address-without-key": new RpcError(-3, "Address does not refer to key"),
  "not-base64": new RpcError(-3, "Malformed base64 encoding"),
};

/** Messages signed with the key of a legacy address: `getnewaddress "" legacy`. */
export const messageMethods: Record<string, Method> = {
  signmessage: walletMethod({ params: ["address", "message"], run: sign }),
  verifymessage: nodeMethod({
    params: ["address", "signature", "message"],
    run: async ({ ledger }, params) => {
      const [address, signature, text] = [params.text(0), params.text(1), params.text(2)];
      const verdict = verifyMessage(await loadZkp(), ledger.network, { address, signature, text });
      const refusal = REFUSALS[verdict];
      if (refusal) throw new RpcError(refusal.code, refusal.message);
      return verdict === "valid";
    },
  }),
};

async function sign({ db, ledger, wallet }: WalletContext, params: Params): Promise<string> {
  const [address, message] = [params.text(0), params.text(1)];
  // The wallet's lock comes first: clients ask for a bad address to learn whether it is locked.
  assertUnlocked(wallet);
  const { kind, scriptHex } = readAddress(ledger.network, address);
  if (kind !== "p2pkh") throw new RpcError(-3, "Address does not refer to key");
  const own = (await findOwnScripts(db, wallet.name, [scriptHex])).get(scriptHex);
  const isOwn = own?.key?.owner === walletOwner(wallet.name);
  const keys = isOwn ? (await keysOf(db, ledger.network, [scriptHex])).get(scriptHex) : undefined;
  if (!keys) throw new RpcError(-4, "Private key not available");
  return signMessage(await loadZkp(), keys.holder.privateKey, message);
}
