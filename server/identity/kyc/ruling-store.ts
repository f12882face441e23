import { asc, eq } from "drizzle-orm";
import { HeldFor, KycDecision } from "@/lib/contracts/identity/veriff";
import { now } from "@/server/platform/clock";
import type { IdentityDb } from "../db/client";
import { kycRulings } from "../db/kyc-tables";

export interface Ruling {
  userAddress: string;
  heldFor: HeldFor;
  decision: KycDecision;
  decidedAt: Date;
}

/** What the operator decided stays, also when the person's data is erased. */
export async function noteRuling(tx: IdentityDb, ruling: Omit<Ruling, "decidedAt">): Promise<void> {
  await tx.insert(kycRulings).values({ ...ruling, decidedAt: now() });
}

/** Oldest first. */
export async function listRulings(db: IdentityDb, address: string): Promise<Ruling[]> {
  const rows = await db
    .select()
    .from(kycRulings)
    .where(eq(kycRulings.userAddress, address))
    .orderBy(asc(kycRulings.id));
  return rows.map((row) => ({
    ...row,
    heldFor: HeldFor.parse(row.heldFor),
    decision: KycDecision.parse(row.decision),
  }));
}
