import type { SandboxDb } from "../db/client";
import { fromHex, toHex } from "../ledger/bytes";
import { childPublicKey, readExtendedKey } from "../ledger/extended-keys";
import { walletOwner } from "../ledger/keyring";
import { walletScript } from "../ledger/keys";
import type { LiquidNetwork } from "../ledger/port";
import { loadZkp, type Zkp } from "../ledger/zkp";
import { readAddress } from "./addresses";
import { descriptorChecksum, withChecksum } from "./descriptors";
import { RpcError } from "./port";
import type { WalletRow } from "./store";
import { insertWatched } from "./watched-store";

/**
 * A wallet without private keys counts what it watches as its own, as wallets of descriptors do; in one with keys,
 * imports stay apart as "watch-only".
 */
export const scriptsOf = (wallet: WalletRow) => (wallet.hasPrivateKeys ? "own" : "own and watched");

export interface Descriptor {
  /** With its checksum. */
  text: string;
  isRange: boolean;
  /** False when it names scripts without the keys behind them. */
  isSolvable: boolean;
  /** Scripts at an index of the range; a descriptor without one has the same everywhere. */
  scriptAt(index: number): string;
}

/** Descriptors of one key, of an address or of a script. @throws RpcError -5 for any other */
export async function readDescriptor(
  network: LiquidNetwork,
  given: string,
  { needsChecksum = true } = {},
): Promise<Descriptor> {
  const [body = "", ...checksums] = given.split("#");
  const computed = descriptorChecksum(body);
  if (computed === null) throw new RpcError(-5, "Invalid characters in payload");
  if (checksums.length > 1) throw new RpcError(-5, "Multiple '#' symbols");
  const [checksum] = checksums;
  if (checksum === undefined && needsChecksum) throw new RpcError(-5, "Missing checksum");
  if (checksum !== undefined && checksum !== computed) {
    throw new RpcError(
      -5,
      checksum.length === 8
        ? `Provided checksum '${checksum}' does not match computed checksum '${computed}'`
        : `Expected 8 character checksum, not ${checksum.length} characters`,
    );
  }
  return { text: withChecksum(body), ...parseBody(await loadZkp(), network, body) };
}

function parseBody(zkp: Zkp, network: LiquidNetwork, body: string): Omit<Descriptor, "text"> {
  const [, address] = /^addr\((\w+)\)$/.exec(body) ?? [];
  if (address) return fixed(readAddress(network, address).scriptHex);
  const [, raw] = /^raw\(((?:[0-9a-f]{2})+)\)$/.exec(body) ?? [];
  if (raw) return fixed(raw);
  const [, form, key = ""] = /^(wpkh|pkh|sh\(wpkh|combo)\(([^()]+)\)\)?$/.exec(body) ?? [];
  const type = form === "wpkh" ? "bech32" : form === "pkh" ? "legacy" : "p2sh-segwit";
  if (!form || form === "combo" || body.endsWith("))") !== (form === "sh(wpkh")) {
    throw new RpcError(-5, `'${body}' is not a descriptor that the sandbox can follow`);
  }
  const { isRange, keyAt } = readKey(zkp, network, key);
  return { isRange, isSolvable: true, scriptAt: (index) => toHex(walletScript(keyAt(index), type)) };
}

const fixed = (scriptHex: string) => ({ isRange: false, isSolvable: false, scriptAt: () => scriptHex });

/** "[origin]key/0/*": the key as hex or as an extended public key with steps that are not hardened. */
function readKey(zkp: Zkp, network: LiquidNetwork, text: string) {
  const [, head = "", path = ""] =
    /^(?:\[[0-9a-f]{8}(?:\/\d+[h']?)*\])?(\w+)((?:\/(?:\d+|\*))*)$/.exec(text) ?? [];
  const refusal = new RpcError(-5, `key '${head || text}' is not valid`);
  if (/^0[23][0-9a-f]{64}$/.test(head) && path === "" && zkp.ecc.isPoint(fromHex(head))) {
    return { isRange: false, keyAt: () => fromHex(head) };
  }
  const extended = readExtendedKey(zkp, network, head);
  const steps = path.split("/").slice(1);
  const isMisplaced = steps.slice(0, -1).includes("*") || steps.some((step) => Number(step) >= 0x8000_0000);
  if (!extended || isMisplaced) throw refusal;
  const isRange = steps.at(-1) === "*";
  const parent = (isRange ? steps.slice(0, -1) : steps).reduce(
    (key, step) => childPublicKey(zkp, key, Number(step)),
    extended,
  );
  return {
    isRange,
    keyAt: (index: number) => (isRange ? childPublicKey(zkp, parent, index) : parent).publicKey,
  };
}

export interface Import {
  descriptor: Descriptor;
  /** First and last index; of no meaning without a range. */
  range: [number, number];
  label: string;
  isChange: boolean;
}

/** Lets the wallet follow the scripts of a descriptor. Their past is listed after `indexWatchedScripts`. */
export async function watch(
  db: SandboxDb,
  wallet: WalletRow,
  { descriptor, range: [first, last], label, isChange }: Import,
): Promise<void> {
  const owner = walletOwner(wallet.name);
  const count = descriptor.isRange ? last - first + 1 : 1;
  const rows = Array.from({ length: count }, (_, place) => ({
    ...{ owner, label, isChange, descriptor: descriptor.text },
    scriptHex: descriptor.scriptAt(first + place),
  }));
  await insertWatched(db, rows);
}
