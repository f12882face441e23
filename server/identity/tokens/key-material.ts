import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { calculateJwkThumbprint, exportJWK, type JWK } from "jose";

/** The public half of the pair that the original ships with; its private half is public as well. */
const SAMPLE_PUBLIC_KEY =
  "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAwWEc4LVT1pDI4eawIbSVBa1LvNVp87PS25Yyh3O2rmww+T9FpvmIWiQJfZDzKJxTUgFAFXJrurPPjgzdVbFBqqWt7CmiA3VspgvnNPsd6KFbNNIsZIxlkM6ZOv3qikXZucc196TgJjz9qvXvXgeEPKaApyzo0m8HHQztkB6q9g5YN5jwcH7YoiqR5PseUgwfoZIuujjB77SaWHEfCyTzObUeglipz8+t1mRd1QLQcw6b5lYd5kymn2oCumLsMG4XNtkC8teLcb3FhjhP9n0xnHo6mEQIfienlRNj02X7m0jiilp+jz2m3P/38gm0dpjRmjrgSlfFGDD9LgrQnEoijQIDAQAB";

export interface PublicKey {
  /** RFC 7638 thumbprint. */
  kid: string;
  /** SPKI, PEM. */
  pem: string;
  key: KeyObject;
  jwk: JWK;
}

export interface SigningKey extends PublicKey {
  privateKey: KeyObject;
}

/** Reads an SPKI public key; its line breaks and its frame may be missing. @throws Error when it is no RSA key */
export const readPublicKey = (pem: string): Promise<PublicKey> =>
  describeKey(attempt("public", () => createPublicKey({ key: derOf(pem), format: "der", type: "spki" })));

/** Reads a PKCS #8 private key, as above. @throws Error also for the pair that everybody knows */
export async function readSigningKey(pem: string): Promise<SigningKey> {
  const privateKey = attempt("private", () =>
    createPrivateKey({ key: derOf(pem), format: "der", type: "pkcs8" }),
  );
  return { ...(await describeKey(createPublicKey(privateKey))), privateKey };
}

const derOf = (pem: string): Buffer => Buffer.from(pem.replace(/-----[^-]+-----|\\n|\s/g, ""), "base64");

function attempt(half: string, read: () => KeyObject): KeyObject {
  try {
    const key = read();
    if (key.asymmetricKeyType === "rsa" && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= 2048) return key;
  } catch {
    // what OpenSSL says of it may quote the key
  }
  throw new Error(`The ${half} key for access tokens is no RSA key of at least 2048 bits.`);
}

async function describeKey(key: KeyObject): Promise<PublicKey> {
  const der = key.export({ format: "der", type: "spki" }).toString("base64");
  if (der === SAMPLE_PUBLIC_KEY) {
    throw new Error("The key for access tokens is the sample pair, which everybody can sign with.");
  }
  const jwk = await exportJWK(key);
  const pem = key.export({ format: "pem", type: "spki" }).toString();
  return { kid: await calculateJwkThumbprint(jwk), pem, key, jwk };
}
