import { fromHex } from "../ledger/bytes";
import { recoverSigner } from "../ledger/signed-message";
import { loadZkp } from "../ledger/zkp";
import { readFields } from "./contract";
import { contractOf } from "./entry";
import { refuse } from "./refusal";
import type { EntryRow } from "./store";

/** What an issuer signs to take an asset out of the registry. */
export const removalText = (assetId: string): string => `remove ${assetId} from registry`;

/** Header bytes of a compressed key's signatures, one per recovery id. */
const HEADERS = [31, 32, 33, 34];

/**
 * Whether the contract's key signed the removal. As the registry does, it looks at the 64 bytes of the signature alone,
 * so that a header byte may say anything or be left out.
 * @throws RegistryRefusal
 */
export async function checkRemoval(entry: EntryRow, signature: string): Promise<void> {
  const bytes = Buffer.from(signature, "base64");
  if (!isBase64(signature) || (bytes.length !== 64 && bytes.length !== 65))
    throw refuse("invalid signature", "expected 65 bytes in base64");
  const zkp = await loadZkp();
  const { issuerPubkey } = readFields(contractOf(entry));
  const key = Buffer.from(zkp.ecc.pointCompress(fromHex(issuerPubkey), true));
  const isSigned = HEADERS.some((header) => {
    const whole = Buffer.concat([Buffer.from([header]), bytes.subarray(-64)]);
    return recoverSigner(zkp, whole, removalText(entry.assetId))?.equals(key) ?? false;
  });
  if (!isSigned) throw refuse("failed verifying deletion", "signature verification failed");
}

const isBase64 = (text: string): boolean => /^[A-Za-z0-9+/]+={0,2}$/.test(text) && text.length % 4 === 0;
