import type { SandboxDb } from "../db/client";
import { addressOfScript, confidentialAddress, parseAddress } from "../ledger/address";
import { fromHex } from "../ledger/bytes";
import { newScript, walletOwner } from "../ledger/keyring";
import { type AddressType, keyPath, typeOfScript } from "../ledger/keys";
import { LedgerError, type LiquidNetwork } from "../ledger/port";
import { findOwnScripts } from "./own-scripts";
import { type AddressInfo, RpcError } from "./port";

/** A fresh confidential address of the wallet, segwit unless another type is asked for. */
export async function newAddress(
  db: SandboxDb,
  network: LiquidNetwork,
  wallet: string,
  options: { label?: string; isChange?: boolean; type?: AddressType } = {},
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
  const own = (await findOwnScripts(db, wallet, [scriptHex])).get(scriptHex);
  const key = own?.key ?? null;
  const confidentialKey = key?.blindingPublicKey ?? blindingKey;
  return {
    address,
    scriptHex,
    isMine: key !== null,
    isChange: own?.isChange ?? false,
    label: own && !own.isChange ? own.label : null,
    publicKey: key?.publicKey ?? null,
    confidentialKey,
    confidential: confidentialKey
      ? confidentialAddress(fromHex(scriptHex), fromHex(confidentialKey), network)
      : null,
    unconfidential: addressOfScript(scriptHex, network) ?? address,
    hdKeyPath: key ? `m/${keyPath(network, key.isChange, key.keyIndex, typeOfScript(scriptHex))}` : null,
    watchedWith: own?.descriptor ?? null,
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

/** What a script's fields are named by several methods: kind of script and, for segwit, its program. */
export function scriptFields(scriptHex: string) {
  const isWitness = scriptHex.startsWith("00") || /^(5[1-9a-f]|60)/.test(scriptHex);
  const opcode = Number.parseInt(scriptHex.slice(0, 2), 16);
  return {
    isscript: scriptHex.startsWith("a914") || scriptHex.startsWith("0020"),
    iswitness: isWitness,
    ...(isWitness && {
      witness_version: opcode === 0 ? 0 : opcode - 0x50,
      witness_program: scriptHex.slice(4),
    }),
  };
}
