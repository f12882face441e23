import type { SandboxDb } from "../db/client";
import { addressOfScript, confidentialAddress, parseAddress } from "../ledger/address";
import { fromHex } from "../ledger/bytes";
import { findOwner, findScripts, newScript, walletOwner } from "../ledger/keyring";
import { fingerprint, keyPath } from "../ledger/keys";
import { LedgerError, type LiquidNetwork } from "../ledger/port";
import { loadZkp } from "../ledger/zkp";
import { type AddressInfo, RpcError } from "./port";

/** A fresh confidential segwit address of the wallet. */
export async function newAddress(
  db: SandboxDb,
  network: LiquidNetwork,
  wallet: string,
  options: { label?: string; isChange?: boolean } = {},
): Promise<string> {
  return (await newScript(db, network, walletOwner(wallet), options)).address;
}

/** @throws RpcError -5 for anything that is no address of the network */
export async function getAddressInfo(
  db: SandboxDb,
  network: LiquidNetwork,
  wallet: string,
  address: string,
): Promise<AddressInfo> {
  const { scriptHex, blindingKey } = readAddress(network, address);
  const found = (await findScripts(db, [scriptHex])).get(scriptHex);
  const own = found?.owner === walletOwner(wallet) ? found : undefined;
  const confidentialKey = own?.blindingPublicKey ?? blindingKey;
  return {
    address,
    scriptHex,
    isMine: own !== undefined,
    isChange: own?.isChange ?? false,
    label: own && !own.isChange ? own.label : null,
    publicKey: own?.publicKey ?? null,
    confidentialKey,
    confidential: confidentialKey
      ? confidentialAddress(fromHex(scriptHex), fromHex(confidentialKey), network)
      : null,
    unconfidential: addressOfScript(scriptHex, network) ?? address,
    hdKeyPath: own ? `m/${keyPath(network, own.isChange, own.keyIndex)}` : null,
  };
}

export function readAddress(network: LiquidNetwork, address: string) {
  try {
    return parseAddress(address, network);
  } catch (error) {
    if (error instanceof LedgerError) throw new RpcError(-5, "Invalid address");
    throw error;
  }
}

/** First four bytes of the wallet's master key, as descriptors and getaddressinfo name it. */
export async function walletFingerprint(db: SandboxDb, wallet: string): Promise<string> {
  const owner = await findOwner(db, walletOwner(wallet));
  return owner ? fingerprint(await loadZkp(), owner.seedHex) : "00000000";
}

/** "wpkh([fingerprint/path]key)", without the checksum that nobody reads. */
export const describeScript = (masterFingerprint: string, hdKeyPath: string, publicKey: string): string =>
  `wpkh([${masterFingerprint}/${hdKeyPath.replace(/^m\//, "")}]${publicKey})`;
