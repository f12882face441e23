import { type Address, type Hex, hashMessage, recoverAddress } from "viem";
import { businessError } from "../errors";

/** "0x", r, s and v. */
export const KEY_SIGNATURE_LENGTH = 132;

/** Of secp256k1: of the two signatures that one key makes of one text, the canonical one has an s up to here. */
const HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;

/**
 * The address, in lower case, whose key signed the text. The first two characters are not looked at, and v may be
 * 0 or 1 as well as 27 or 28.
 * @param lowSOnly whether the higher of the two s values is refused
 * @throws Refusal 0210 when no key can be found, or the length is another
 */
export async function recoverSigner(text: string, signature: string, lowSOnly = false): Promise<Address> {
  if (signature.length !== KEY_SIGNATURE_LENGTH) {
    throw businessError("0210", `Signature: ${signature} is of wrong length.`);
  }
  const digits = signature.slice(2);
  if (!/^[0-9a-fA-F]{130}$/.test(digits)) {
    throw businessError("0210", `Signature: ${signature} is not a valid hex value.`);
  }
  if (lowSOnly && BigInt(`0x${digits.slice(64, 128)}`) > HALF_ORDER) {
    throw businessError("0210", `Signature: ${signature} is not in its canonical form.`);
  }
  try {
    const signer = await recoverAddress({ hash: hashMessage(text), signature: `0x${digits}` });
    return signer.toLowerCase() as Hex;
  } catch {
    throw businessError("0210", "Public key cannot be recovered from the signature");
  }
}
