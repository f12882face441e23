import { address as codec } from "liquidjs-lib";
import { readLiquidAddress } from "@/lib/domain/liquid-address";
import { fromHex, toHex } from "./bytes";
import { networkFacts } from "./networks";
import { LedgerError, type LiquidNetwork } from "./port";

/** Keeps the answers of a pure function of two texts: the same few thousand addresses are asked for again and again. */
function remembered<T>(find: (text: string, network: LiquidNetwork) => T) {
  const answers = new Map<string, T>();
  return (text: string, network: LiquidNetwork): T => {
    if (text.length > LONGEST_REMEMBERED) return find(text, network);
    const key = `${network}:${text}`;
    const known = answers.get(key);
    if (known !== undefined) return known;
    if (answers.size >= MOST_REMEMBERED) answers.clear();
    const answer = find(text, network);
    answers.set(key, answer);
    return answer;
  };
}
const MOST_REMEMBERED = 20_000;
const LONGEST_REMEMBERED = 200;

const readRemembered = remembered(readLiquidAddress);

/** @throws LedgerError "address" for anything that is no address of this network */
export function parseAddress(text: string, network: LiquidNetwork) {
  const parsed = readRemembered(text, network);
  if (!parsed) throw new LedgerError("address", "The address is not a valid address of this network.");
  return parsed;
}

/** The unconfidential address of an output script; null when it has none (OP_RETURN, fee). */
export const addressOfScript = remembered((scriptHex, network): string | null => {
  if (scriptHex === "" || scriptHex.startsWith("6a")) return null;
  try {
    return codec.fromOutputScript(fromHex(scriptHex), networkFacts(network).params);
  } catch {
    return null;
  }
});

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
