import { z } from "zod";
import { AddressInfo } from "@/lib/contracts/elements";
import { fromHex, toHex } from "../../ledger/bytes";
import { findOwner, walletOwner } from "../../ledger/keyring";
import { type AddressType, blindingKey, typeOfScript } from "../../ledger/keys";
import { loadZkp } from "../../ledger/zkp";
import { getAddressInfo, newAddress, scriptFields } from "../addresses";
import { keyChainsOf } from "../key-chains";
import { type Method, type WalletContext, walletMethod } from "../method";
import type { Params } from "../params";
import { assertHasKeys, assertUnlocked } from "../passphrase";
import { RpcError } from "../port";
import { readLabel } from "./labels";

/** A wallet's addresses. */
export const addressMethods: Record<string, Method> = {
  getnewaddress: walletMethod({
    params: ["label", "address_type"],
    writes: true,
    run: ({ db, ledger, wallet }, params) => {
      assertHasKeys(wallet);
      const label = readLabel(params, 0, "");
      return newAddress(db, ledger.network, wallet.name, { label, type: readType(params, 1) });
    },
  }),
  getrawchangeaddress: walletMethod({
    params: ["address_type"],
    writes: true,
    run: ({ db, ledger, wallet }, params) => {
      assertHasKeys(wallet);
      return newAddress(db, ledger.network, wallet.name, { isChange: true, type: readType(params, 0) });
    },
  }),
  getaddressinfo: walletMethod({
    params: ["address"],
    run: (context, params) => addressInfo(context, params.text(0)),
  }),
  dumpblindingkey: walletMethod({
    params: ["address"],
    run: async ({ db, ledger, wallet }, params) => {
      assertUnlocked(wallet);
      const info = await getAddressInfo(db, ledger.network, wallet.name, params.text(0));
      const owner = await findOwner(db, walletOwner(wallet.name));
      if (!info.isMine || !owner) throw new RpcError(-4, "Blinding key for address is unknown");
      return toHex(blindingKey(await loadZkp(), owner.seedHex, fromHex(info.scriptHex)).privateKey);
    },
  }),
};

const TYPES: AddressType[] = ["legacy", "p2sh-segwit", "bech32"];

function readType(params: Params, position: number): AddressType {
  const named = params.text(position, "bech32");
  if (named === "bech32m") throw new RpcError(-8, "The sandbox's wallets have no taproot addresses");
  const type = TYPES.find((one) => one === named);
  if (type) return type;
  throw new RpcError(-5, `Unknown address type '${named}'`);
}

async function addressInfo(context: WalletContext, address: string) {
  const { db, ledger, wallet } = context;
  const info = await getAddressInfo(db, ledger.network, wallet.name, address);
  const { scriptHex, publicKey, watchedWith } = info;
  const isWatched = watchedWith !== null;
  const core = {
    address,
    scriptPubKey: scriptHex,
    ismine: info.isMine || (isWatched && !wallet.hasPrivateKeys),
    ...(publicKey && { pubkey: publicKey }),
    ...(info.confidential && { confidential: info.confidential }),
    confidential_key: info.confidentialKey ?? "",
    unconfidential: info.unconfidential,
  };
  return {
    ...z.encode(AddressInfo, core),
    solvable: info.isMine || (isWatched && !/^(addr|raw)\(/.test(watchedWith)),
    ...(isWatched && { parent_desc: watchedWith }),
    iswatchonly: isWatched && wallet.hasPrivateKeys,
    ...scriptFields(scriptHex),
    ...(await keyFields(context, info)),
    ischange: info.isChange,
    labels: info.label === null ? [] : [info.label],
  };
}

/** What only the holder of the key can say. */
async function keyFields(
  { db, ledger, wallet }: WalletContext,
  { scriptHex, publicKey, hdKeyPath, isChange }: Awaited<ReturnType<typeof getAddressInfo>>,
) {
  const chains = await keyChainsOf(db, ledger.network, wallet.name);
  if (!publicKey || !hdKeyPath || !chains) return {};
  const type = typeOfScript(scriptHex);
  return {
    desc: chains.ofKey(type, hdKeyPath, publicKey),
    parent_desc: chains.fromAccount(type, isChange),
    timestamp: Math.floor(wallet.createdAt.getTime() / 1000),
    hdkeypath: hdKeyPath,
    hdseedid: "0".repeat(40),
    hdmasterfingerprint: chains.fingerprint,
  };
}
