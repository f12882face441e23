import { decodeBase58 } from "./base58";

const PAYLOAD_BYTES = 20;

/**
 * Whether the text has the form of a GAID: "GA" and Base58 of exactly 20 bytes. There is no checksum, so only AMP
 * (`/gaids/{gaid}/validate`) knows whether the account exists.
 */
export function isGaid(text: string): boolean {
  if (!/^GA[1-9A-HJ-NP-Za-km-z]{20,28}$/.test(text)) return false;
  return decodeBase58(text.slice(2))?.length === PAYLOAD_BYTES;
}

/**
 * Whether AMP may be asked about the text: that GAIDs have one form is seen of some thirty, and told by nobody. What passes
 * here and is none AMP refuses.
 */
export const mayBeGaid = (text: string): boolean => /^GA[0-9A-Za-z]{18,58}$/.test(text);
