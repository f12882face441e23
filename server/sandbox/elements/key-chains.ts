import type { SandboxDb } from "../db/client";
import { printExtendedKey } from "../ledger/extended-keys";
import { findOwner, walletOwner } from "../ledger/keyring";
import { type AddressType, accountPath, fingerprint } from "../ledger/keys";
import type { LiquidNetwork } from "../ledger/port";
import { loadZkp } from "../ledger/zkp";
import { withChecksum } from "./descriptors";

/** A wallet's key chains, as its descriptors name them: every address of the wallet follows from these. */
export interface KeyChains {
  /** First four bytes of the master key's hash. */
  fingerprint: string;
  /** The descriptor of one key, as listunspent and getaddressinfo show it. */
  ofKey(type: AddressType, hdKeyPath: string, publicKey: string): string;
  /** The chain from the master key on, as `parent_descs` has it. */
  fromMaster(type: AddressType, isChange: boolean): string;
  /** The chain from its account on, whose keys anybody can derive. Methods: listdescriptors, getaddressinfo. */
  fromAccount(type: AddressType, isChange: boolean): string;
}

const wrap = (type: AddressType, key: string): string => {
  if (type === "legacy") return withChecksum(`pkh(${key})`);
  return withChecksum(type === "bech32" ? `wpkh(${key})` : `sh(wpkh(${key}))`);
};

const known = new Map<string, KeyChains>();

/** The chains of a wallet; one without keys has none. */
export async function keyChainsOf(
  db: SandboxDb,
  network: LiquidNetwork,
  wallet: string,
): Promise<KeyChains | null> {
  const owner = await findOwner(db, walletOwner(wallet));
  if (!owner) return null;
  const name = `${network}/${owner.seedHex}`;
  const chains = known.get(name) ?? (await makeChains(network, owner.seedHex));
  known.set(name, chains);
  return chains;
}

async function makeChains(network: LiquidNetwork, seedHex: string): Promise<KeyChains> {
  const zkp = await loadZkp();
  const master = fingerprint(zkp, seedHex);
  const masterKey = printExtendedKey(zkp, network, seedHex, "");
  const types: AddressType[] = ["bech32", "p2sh-segwit", "legacy"];
  const places = types.flatMap((type) => [false, true].map((isChange) => ({ type, isChange })));
  const chain = (key: (type: AddressType) => string) =>
    new Map(
      places.map(({ type, isChange }) => [
        `${type}/${isChange}`,
        wrap(type, `${key(type)}/${isChange ? 1 : 0}/*`),
      ]),
    );
  const fromMaster = chain((type) => `${masterKey}/${accountPath(network, type)}`);
  const fromAccount = chain((type) => {
    const path = accountPath(network, type);
    return `[${master}/${path}]${printExtendedKey(zkp, network, seedHex, path)}`;
  });
  return {
    fingerprint: master,
    ofKey: (type, hdKeyPath, publicKey) =>
      wrap(type, `[${master}/${hdKeyPath.replace(/^m\//, "")}]${publicKey}`),
    fromMaster: (type, isChange) => fromMaster.get(`${type}/${isChange}`) ?? "",
    fromAccount: (type, isChange) => fromAccount.get(`${type}/${isChange}`) ?? "",
  };
}
