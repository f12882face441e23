import { z } from "zod";
import { AddressInfo } from "@/lib/contracts/elements";
import { describeScript, getAddressInfo, newAddress, walletFingerprint } from "../addresses";
import { type Method, type WalletContext, walletMethod } from "../method";
import { assertUnlocked } from "../passphrase";
import { RpcError } from "../port";

/** A wallet's addresses. */
export const addressMethods: Record<string, Method> = {
  getnewaddress: walletMethod({
    params: ["label", "address_type"],
    writes: true,
    run: ({ db, ledger, wallet }, params) =>
      newAddress(db, ledger.network, wallet.name, { label: params.text(0, "") }),
  }),
  getrawchangeaddress: walletMethod({
    params: ["address_type"],
    writes: true,
    run: ({ db, ledger, wallet }) => newAddress(db, ledger.network, wallet.name, { isChange: true }),
  }),
  getaddressinfo: walletMethod({
    params: ["address"],
    run: (context, params) => addressInfo(context, params.text(0)),
  }),
  signmessage: walletMethod({
    params: ["address", "message"],
    run: async ({ db, ledger, wallet }, params) => {
      // The wallet's lock comes first: clients ask for a bad address to learn whether it is locked.
      assertUnlocked(wallet);
      await getAddressInfo(db, ledger.network, wallet.name, params.text(0));
      throw new RpcError(-3, "Address does not refer to key");
    },
  }),
};

async function addressInfo({ db, ledger, wallet }: WalletContext, address: string) {
  const info = await getAddressInfo(db, ledger.network, wallet.name, address);
  const { scriptHex, publicKey, hdKeyPath } = info;
  const isWitness = scriptHex.startsWith("00") || /^5[1-9a-f]|^60/.test(scriptHex);
  const core = {
    address,
    scriptPubKey: scriptHex,
    ismine: info.isMine,
    ...(publicKey && { pubkey: publicKey }),
    ...(info.confidential && { confidential: info.confidential }),
    confidential_key: info.confidentialKey ?? "",
    unconfidential: info.unconfidential,
  };
  return {
    ...z.encode(AddressInfo, core),
    solvable: info.isMine,
    iswatchonly: false,
    isscript: scriptHex.startsWith("a914"),
    iswitness: isWitness,
    ...(isWitness && {
      witness_version: scriptHex.startsWith("00") ? 0 : Number.parseInt(scriptHex.slice(0, 2), 16) - 0x50,
      witness_program: scriptHex.slice(4),
    }),
    ...(publicKey && hdKeyPath && (await ownedFields(db, wallet, publicKey, hdKeyPath))),
    ischange: info.isChange,
    labels: info.label === null ? [] : [info.label],
  };
}

async function ownedFields(
  db: WalletContext["db"],
  wallet: WalletContext["wallet"],
  publicKey: string,
  hdKeyPath: string,
) {
  const master = await walletFingerprint(db, wallet.name);
  return {
    desc: describeScript(master, hdKeyPath, publicKey),
    timestamp: Math.floor(wallet.createdAt.getTime() / 1000),
    hdkeypath: hdKeyPath,
    hdseedid: "0".repeat(40),
    hdmasterfingerprint: master,
  };
}
