import type { SandboxDb } from "../db/client";
import { parseAddress } from "../ledger/address";
import { findScripts, type ScriptRow, walletOwner } from "../ledger/keyring";
import { typeOfScript } from "../ledger/keys";
import type { LiquidNetwork } from "../ledger/port";
import { keyChainsOf } from "./key-chains";
import { findWatched } from "./watched-store";

/** A script that a wallet counts as its own, with or without the key. */
export interface OwnScript {
  scriptHex: string;
  isChange: boolean;
  label: string;
  /** The key behind it; null for a script that is only watched. */
  key: ScriptRow | null;
  /** What it was imported with; null for the wallet's own keys. */
  descriptor: string | null;
}

/** Those of the scripts that belong to the wallet, by script hex. */
export async function findOwnScripts(
  db: SandboxDb,
  wallet: string,
  scriptHexes: string[],
): Promise<Map<string, OwnScript>> {
  const owner = walletOwner(wallet);
  const found = new Map<string, OwnScript>();
  for (const { scriptHex, isChange, label, descriptor } of await findWatched(db, owner, scriptHexes)) {
    found.set(scriptHex, { scriptHex, isChange, label, key: null, descriptor });
  }
  for (const key of (await findScripts(db, scriptHexes)).values()) {
    if (key.owner !== owner) continue;
    found.set(key.scriptHex, { ...key, key, descriptor: null });
  }
  return found;
}

/** Unconfidential address → descriptor of the chain that it came from. */
export type Parents = ReadonlyMap<string, string>;

/** The parents of those addresses that are the wallet's. */
export async function parentsOf(
  db: SandboxDb,
  network: LiquidNetwork,
  wallet: string,
  places: { address: string | null }[],
): Promise<Parents> {
  const addresses = [...new Set(places.flatMap(({ address }) => address ?? []))];
  const scriptOf = new Map(addresses.map((address) => [address, parseAddress(address, network).scriptHex]));
  const own = await findOwnScripts(db, wallet, [...scriptOf.values()]);
  const chains = await keyChainsOf(db, network, wallet);
  const parents = new Map<string, string>();
  for (const [address, scriptHex] of scriptOf) {
    const script = own.get(scriptHex);
    if (!script) continue;
    const parent = script.descriptor ?? chains?.fromMaster(typeOfScript(scriptHex), script.isChange);
    if (parent) parents.set(address, parent);
  }
  return parents;
}
