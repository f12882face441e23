import { CreatedSession } from "@/lib/contracts/identity/veriff";
import { now } from "@/server/platform/clock";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import type { VeriffConfig } from "../config";
import { signLegacy } from "./signature";

export interface SessionRequest {
  /** Lower case; Veriff repeats it in its decision. */
  address: string;
  /** Where Veriff sends the person back to; empty = what is set at Veriff. */
  callback: string;
}

/**
 * A new session at Veriff; null when there is none to be had, whatever the reason.
 * Veriff: POST /v1/sessions/
 */
export async function createSession(
  { apiKey, privateKey, baseUrl, timeoutMs }: VeriffConfig,
  { address, callback }: SessionRequest,
): Promise<CreatedSession | null> {
  // nothing is known about the person yet, and Veriff wants names
  const person = { firstName: "Firstname", lastName: "Lastname" };
  const verification = { callback, person, vendorData: address, timestamp: now().toISOString() };
  const body = JSON.stringify({ verification });
  try {
    const response = await fetch(`${baseUrl}/v1/sessions/`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "X-AUTH-CLIENT": apiKey,
        "X-SIGNATURE": signLegacy(body, privateKey),
      },
      body,
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) return refused(`Veriff answered ${response.status}.`);
    const parsed = CreatedSession.safeParse(await response.json());
    return parsed.success ? parsed.data : refused("Veriff's answer lacks a field.");
  } catch (error) {
    return refused(reasonOf(error));
  }
}

function refused(reason: string | undefined): null {
  log.warn("identity.veriff-unavailable", { reason });
  return null;
}
