import { address as codec } from "liquidjs-lib";
import { readLiquidAddress } from "@/lib/domain/liquid-address";
import { fromHex, toHex } from "./bytes";
import { networkFacts } from "./networks";
import { LedgerError, type LiquidNetwork } from "./port";

/** @throws LedgerError "address" for anything that is no address of this network */
export function parseAddress(text: string, network: LiquidNetwork) {
  const parsed = readLiquidAddress(text, network);
  if (!parsed) throw new LedgerError("address", "The address is not a valid address of this network.");
  return parsed;
}

/** The unconfidential address of an output script; null when it has none (OP_RETURN, fee). */
export function addressOfScript(scriptHex: string, network: LiquidNetwork): string | null {
  if (scriptHex === "" || scriptHex.startsWith("6a")) return null;
  try {
    return codec.fromOutputScript(fromHex(scriptHex), networkFacts(network).params);
  } catch {
    return null;
  }
}

/** The confidential address of a script with its blinding public key. */
export function confidentialAddress(
  script: Uint8Array,
  blindingKey: Uint8Array,
  network: LiquidNetwork,
): string {
  const plain = addressOfScript(toHex(script), network);
  if (!plain) throw new LedgerError("address", "The script has no address.");
  return codec.toConfidential(plain, Buffer.from(blindingKey));
}
