import { emptyError, frameworkError } from "../errors";
import type { Identity } from "../service";
import { isSame, signHmac, signLegacy } from "./signature";

/**
 * Proves that a webhook comes from Veriff; the client is looked at before the signature.
 * @throws Refusal 400 in the framework's shape without the headers, 400 empty for what proves nothing
 */
export function proveWebhook(
  { config: { veriff }, fixes }: Identity,
  body: Uint8Array,
  headers: Headers,
): void {
  const client = headers.get("x-auth-client");
  const hmac = fixes.hmacSignatures ? headers.get("x-hmac-signature") : null;
  const legacy = fixes.hmacOnly ? null : headers.get("x-signature");
  if (client === null || (hmac ?? legacy) === null) throw frameworkError(400);
  if (!veriff || !isSame(client, veriff.apiKey)) throw emptyError(400);
  // whoever sends the stronger proof is held to it
  const isProven =
    hmac === null
      ? isSame(legacy ?? "", signLegacy(body, veriff.privateKey))
      : isSame(hmac, signHmac(body, veriff.privateKey));
  if (!isProven) throw emptyError(400);
}
