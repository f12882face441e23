import { and, asc, eq } from "drizzle-orm";
import type { SandboxDb } from "../db/client";
import { scripts } from "../db/ledger-tables";

/** The labels that a wallet's receiving addresses were given. */

const ofOwner = (owner: string) => and(eq(scripts.owner, owner), eq(scripts.isChange, false));

export async function listLabels(db: SandboxDb, owner: string): Promise<string[]> {
  const rows = await db
    .select({ label: scripts.label })
    .from(scripts)
    .where(ofOwner(owner))
    .groupBy(scripts.label)
    .orderBy(asc(scripts.label));
  return rows.map(({ label }) => label);
}

/** Confidential addresses with the label, in the order in which they were handed out. */
export async function listAddresses(db: SandboxDb, owner: string, label: string): Promise<string[]> {
  const rows = await db
    .select({ address: scripts.address })
    .from(scripts)
    .where(and(ofOwner(owner), eq(scripts.label, label)))
    .orderBy(asc(scripts.keyIndex));
  return rows.map(({ address }) => address);
}

/** @returns whether the script is one of the owner's */
export async function setLabel(
  db: SandboxDb,
  owner: string,
  scriptHex: string,
  label: string,
): Promise<boolean> {
  const changed = await db
    .update(scripts)
    .set({ label })
    .where(and(eq(scripts.owner, owner), eq(scripts.scriptHex, scriptHex)))
    .returning({ scriptHex: scripts.scriptHex });
  return changed.length > 0;
}
