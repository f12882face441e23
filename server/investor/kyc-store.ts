import { eq } from "drizzle-orm";
import type { KycView } from "@/lib/domain/investor";
import { decodeJson, encodeJson } from "@/lib/json";
import { db } from "@/server/db/client";
import { portalKyc } from "@/server/db/schema/portal";
import { now } from "@/server/platform/clock";
import { decryptSecret, encryptSecret } from "@/server/vault/cipher";

/** What was seen last, or null when nothing was. */
export async function readSeenKyc(address: string): Promise<KycView | null> {
  const [row] = await db().select().from(portalKyc).where(eq(portalKyc.address, address));
  return row ? (decodeJson(decryptSecret(row.kycCipher, address)) as KycView) : null;
}

/** Writes down what the service said, when it is news. */
export async function saveSeenKyc(address: string, kyc: KycView): Promise<void> {
  const before = await readSeenKyc(address);
  if (before && encodeJson(before) === encodeJson(kyc)) return;
  const values = { kycCipher: encryptSecret(encodeJson(kyc), address), seenAt: now() };
  await db()
    .insert(portalKyc)
    .values({ address, ...values })
    .onConflictDoUpdate({ target: portalKyc.address, set: values });
}

export async function forgetKyc(address: string): Promise<void> {
  await db().delete(portalKyc).where(eq(portalKyc.address, address));
}
