import { desc, eq } from "drizzle-orm";
import type { InvestorDocument } from "@/lib/domain/documents";
import { db } from "@/server/db/client";
import { portalDocuments } from "@/server/db/schema/portal";

/** The same content again has the same CID: its row takes the newer name and time. */
export async function saveDocument(address: string, { cid, ...values }: InvestorDocument): Promise<void> {
  const { address: owner, cid: content } = portalDocuments;
  await db()
    .insert(portalDocuments)
    .values({ address, cid, ...values })
    .onConflictDoUpdate({ target: [owner, content], set: values });
}

/** Newest first. */
export async function findDocuments(address: string): Promise<InvestorDocument[]> {
  const { cid, name, sizeBytes, uploadedAt } = portalDocuments;
  return db()
    .select({ cid, name, sizeBytes, uploadedAt })
    .from(portalDocuments)
    .where(eq(portalDocuments.address, address))
    .orderBy(desc(uploadedAt), cid);
}

export async function forgetDocuments(address: string): Promise<void> {
  await db().delete(portalDocuments).where(eq(portalDocuments.address, address));
}
