import { createHash, createHmac, timingSafeEqual } from "node:crypto";

type Bytes = Uint8Array | string;

/** Veriff's older scheme, X-SIGNATURE: lower-case hex of SHA-256 over the body and the secret behind it. */
export const signLegacy = (body: Bytes, secret: string): string =>
  createHash("sha256").update(body).update(secret).digest("hex");

/** Veriff's scheme of today, X-HMAC-SIGNATURE. */
export const signHmac = (body: Bytes, secret: string): string =>
  createHmac("sha256", secret).update(body).digest("hex");

/** Takes as long whatever differs. */
export function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
