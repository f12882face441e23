import { type Address, type Hex, hashMessage, recoverAddress } from "viem";
import { businessError } from "../errors";

/** "0x", r, s and v. */
export const KEY_SIGNATURE_LENGTH = 132;

/**
 * The address, in lower case, whose key signed the text. The first two characters are not looked at, and v may be
 * 0 or 1 as well as 27 or 28.
 * @throws Refusal 0210 when no key can be found, or the length is another
 */
export async function recoverSigner(text: string, signature: string): Promise<Address> {
  if (signature.length !== KEY_SIGNATURE_LENGTH) {
    throw businessError("0210", `Signature: ${signature} is of wrong length.`);
  }
  const digits = signature.slice(2);
  if (!/^[0-9a-fA-F]{130}$/.test(digits)) {
    throw businessError("0210", `Signature: ${signature} is not a valid hex value.`);
  }
  try {
    const signer = await recoverAddress({ hash: hashMessage(text), signature: `0x${digits}` });
    return signer.toLowerCase() as Hex;
  } catch {
    throw businessError("0210", "Public key cannot be recovered from the signature");
  }
}
