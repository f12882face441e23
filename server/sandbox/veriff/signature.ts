import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { VeriffSignature } from "@/lib/contracts/control-veriff";
import type { VeriffKeys } from "./env";

/** The older scheme: SHA-256 over the body and the secret behind it, lower-case hex. */
export const legacySignature = (body: string, secret: string): string =>
  createHash("sha256").update(body).update(secret).digest("hex");

/** Today's scheme: HMAC-SHA256 of the body, lower-case hex. */
export const hmacSignature = (body: string, secret: string): string =>
  createHmac("sha256", secret).update(body).digest("hex");

export const isSame = (given: string, expected: string): boolean =>
  given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected));

/** The headers that prove a webhook's origin, or fail to. */
export function webhookHeaders(
  { apiKey, privateKey }: VeriffKeys,
  signature: VeriffSignature,
  body: string,
): Record<string, string> {
  const hmac = { "x-hmac-signature": hmacSignature(body, privateKey) };
  const legacy = { "x-signature": legacySignature(body, privateKey) };
  // Signed with a secret that is not the one both sides know.
  const wrong = {
    "x-hmac-signature": hmacSignature(body, `${privateKey}?`),
    "x-signature": legacySignature(body, `${privateKey}?`),
  };
  const proof = { hmac, legacy, both: { ...hmac, ...legacy }, wrong }[signature];
  return { "x-auth-client": apiKey, ...proof };
}
