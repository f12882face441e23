import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const VERSION = "1";

/**
 * AES-256-GCM; `boundTo` (the row's id) is authenticated, so that a cipher text cannot be moved to another row.
 * @param key 32 bytes
 */
export function seal(key: Buffer, secret: string, boundTo: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(boundTo));
  const body = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return [VERSION, iv, cipher.getAuthTag(), body]
    .map((part) => (typeof part === "string" ? part : part.toString("base64url")))
    .join(".");
}

/** @throws Error when the key, the row or the text is not the one it was sealed with */
export function unseal(key: Buffer, sealed: string, boundTo: string): string {
  const [version, iv = "", tag = "", body = ""] = sealed.split(".");
  if (version !== VERSION) throw new Error("The stored secret has an unknown form.");
  const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(iv, "base64url"))
    .setAAD(Buffer.from(boundTo))
    .setAuthTag(Buffer.from(tag, "base64url"));
  return Buffer.concat([decipher.update(Buffer.from(body, "base64url")), decipher.final()]).toString("utf8");
}
