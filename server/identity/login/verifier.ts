import { createHash, timingSafeEqual } from "node:crypto";
import { MessageRequest } from "@/lib/contracts/identity/login";
import { frameworkError } from "../errors";
import type { Identity } from "../service";

/**
 * The hash of the secret that a request for a text comes with; null without one. Whatever else the body is, is ignored.
 * @throws Refusal 400 for a secret that is too short or no text, which would bind nothing
 */
export function verifierHashOf({ fixes }: Identity, body: Uint8Array): string | null {
  if (!fixes.structuredTexts) return null;
  const parsed = MessageRequest.safeParse(jsonOf(body));
  if (!parsed.success) throw frameworkError(400);
  return parsed.data.verifier ? sha256(parsed.data.verifier) : null;
}

/** Whether a login shows the secret that its text was asked for with; a text without one takes every login. */
export function isVerified(verifierHash: string | null, verifier: string | null | undefined): boolean {
  if (verifierHash === null) return true;
  return timingSafeEqual(Buffer.from(sha256(verifier ?? "")), Buffer.from(verifierHash));
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

function jsonOf(body: Uint8Array): object {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
  } catch {
    return {};
  }
}
