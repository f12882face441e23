import { address as codec, networks } from "liquidjs-lib";

export type LiquidNetwork = "liquid" | "testnet" | "regtest";

interface LiquidAddress {
  network: LiquidNetwork;
  kind: "p2pkh" | "p2sh" | "p2wpkh" | "p2wsh" | "segwit";
  /** The output script, hex. Two addresses with the same script are the same place. */
  scriptHex: string;
  /** Blinding public key, 33 bytes hex; null for an unconfidential address. */
  blindingKey: string | null;
}

/** No address comes near it, and decoding takes the square of the length. */
const LONGEST = 200;

const NETWORKS: LiquidNetwork[] = ["liquid", "testnet", "regtest"];

/** Reads an address of `network`, confidential or not; null when it is none. */
export function readLiquidAddress(text: string, network: LiquidNetwork): LiquidAddress | null {
  if (text.length > LONGEST) return null;
  try {
    if (codec.getNetwork(text) !== networks[network]) return null;
    const scriptHex = codec.toOutputScript(text, networks[network]).toString("hex");
    const blindingKey = codec.isConfidential(text)
      ? codec.fromConfidential(text).blindingKey.toString("hex")
      : null;
    return { network, kind: kindOf(scriptHex), scriptHex, blindingKey };
  } catch {
    return null; // the library throws for whatever is no address of the network
  }
}

/** The network an address belongs to, for a message such as "this is a mainnet address". */
export function networkOfAddress(text: string): LiquidNetwork | null {
  return NETWORKS.find((network) => readLiquidAddress(text, network)) ?? null;
}

function kindOf(scriptHex: string): LiquidAddress["kind"] {
  if (scriptHex.startsWith("76a914")) return "p2pkh";
  if (scriptHex.startsWith("a914")) return "p2sh";
  if (scriptHex.startsWith("0014")) return "p2wpkh";
  return scriptHex.startsWith("0020") ? "p2wsh" : "segwit";
}

/** The form in which a node prints an address, without the blinding key; what is no confidential address stays as it is. */
export function unconfidentialAddress(text: string): string {
  try {
    return codec.fromConfidential(text).unconfidentialAddress;
  } catch {
    return text;
  }
}
