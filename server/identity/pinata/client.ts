import { PinataKey } from "@/lib/contracts/identity/pinata";

export interface PinataSettings {
  /** The master token; empty = Pinata is not set up. */
  jwt: string;
  /** Where Pinata answers. */
  url: string;
  /** How often each key may be used. */
  maxUses: number;
  /** Keys that a wallet may have made per day, UTC. */
  keysPerDay: number;
  /** How long a key lives that nobody revokes before. */
  keyHours: number;
}

const TIMEOUT_MS = 10_000;
/** What uploading takes, and nothing that reads or deletes. */
const PERMISSIONS = {
  endpoints: { pinning: { pinFileToIPFS: true, pinByHash: true, pinJSONToIPFS: true, pinJobs: true } },
};

/**
 * A new key, at each call another one; none is ever the master token.
 * Pinata: POST /users/generateApiKey
 * @throws Error when Pinata refuses, answers something else or does not answer
 */
export async function generateKey(settings: PinataSettings, keyName: string): Promise<PinataKey> {
  const response = await fetch(`${settings.url}/users/generateApiKey`, {
    method: "POST",
    headers: { authorization: `Bearer ${settings.jwt}`, "content-type": "application/json" },
    body: JSON.stringify({ keyName, maxUses: settings.maxUses, permissions: PERMISSIONS }),
    redirect: "error",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`Pinata answered ${response.status}.`);
  const parsed = PinataKey.safeParse(await response.json().catch(() => null));
  // the answer is a credential: nothing of it goes into the error
  if (!parsed.success) throw new Error("Pinata's answer is no key.");
  return parsed.data;
}

/**
 * Ends a key; one that is gone counts as ended. Pinata: PUT /users/revokeApiKey
 * @param apiKey the part that names it
 * @throws Error when Pinata refuses or does not answer
 */
export async function revokeKey(settings: PinataSettings, apiKey: string): Promise<void> {
  const response = await fetch(`${settings.url}/users/revokeApiKey`, {
    method: "PUT",
    headers: { authorization: `Bearer ${settings.jwt}`, "content-type": "application/json" },
    body: JSON.stringify({ apiKey }),
    redirect: "error",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok && response.status !== 404) throw new Error(`Pinata answered ${response.status}.`);
}
