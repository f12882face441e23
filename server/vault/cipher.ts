import { createHmac, type Hmac } from "node:crypto";
import { deskEnv } from "@/server/platform/env";
import { seal, unseal } from "@/server/platform/seal";

const key = () => Buffer.from(deskEnv().AMPDESK_SECRET_KEY, "hex");

/** Seals a secret to the row it is stored in. */
export const encryptSecret = (secret: string, boundTo: string): string => seal(key(), secret, boundTo);

/** @throws Error when the key, the row or the text is not the one it was encrypted with */
export const decryptSecret = (sealed: string, boundTo: string): string => unseal(key(), sealed, boundTo);

/** A keyed hash by which a secret is found again without being readable. */
export const fingerprint = (secret: string): string =>
  createHmac("sha256", key()).update("token-fingerprint").update(secret).digest("hex");

/** Signs what the desk hands out and takes back, under a key of its own for each purpose. */
export const signer = (purpose: "undo-file"): Hmac =>
  createHmac("sha256", createHmac("sha256", key()).update(`sign:${purpose}`).digest());
