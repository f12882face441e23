import { and, asc, eq } from "drizzle-orm";
import { treasuryAddresses } from "../db/amp-tables";
import { isAnyOf } from "../db/any-of";
import type { SandboxDb } from "../db/client";
import type { Ledger } from "../ledger/port";
import type { Unit } from "../world";

/**
 * Why an address cannot be the treasury's: it is of another network, or unconfidential, or a GAID's, whose outputs
 * belong to its holder. null when it can.
 */
export async function treasuryAddressProblem(ledger: Ledger, address: string): Promise<string | null> {
  let scriptHex: string;
  try {
    scriptHex = ledger.scriptOf(address);
  } catch {
    return "Invalid value: not an address of this network.";
  }
  if (!ledger.isConfidentialAddress(address)) return "Invalid value: the address must be confidential.";
  const isHolders = (await ledger.gaidsOfScripts([scriptHex])).has(scriptHex);
  return isHolders ? "Invalid value: the address belongs to a GAID." : null;
}

/** @returns false when the address was known. @throws LedgerError for an address of another network */
export async function rememberTreasuryAddress({ db, ledger }: Unit, assetUuid: string, address: string) {
  const scriptHex = ledger.scriptOf(address);
  const added = await db
    .insert(treasuryAddresses)
    .values({ assetUuid, scriptHex, address })
    .onConflictDoNothing()
    .returning();
  return added.length > 0;
}

export async function forgetTreasuryScripts(
  db: SandboxDb,
  assetUuid: string,
  scripts: string[],
): Promise<void> {
  if (scripts.length === 0) return;
  await db
    .delete(treasuryAddresses)
    .where(and(eq(treasuryAddresses.assetUuid, assetUuid), isAnyOf(treasuryAddresses.scriptHex, scripts)));
}

export async function listTreasuryAddresses(db: SandboxDb, assetUuid: string): Promise<string[]> {
  const rows = await db
    .select({ address: treasuryAddresses.address })
    .from(treasuryAddresses)
    .where(eq(treasuryAddresses.assetUuid, assetUuid))
    .orderBy(asc(treasuryAddresses.sequence));
  return rows.map((row) => row.address);
}

/** Which of these scripts belong to the asset's treasury. */
export async function treasuryScripts(
  db: SandboxDb,
  assetUuid: string,
  scripts: string[],
): Promise<Set<string>> {
  if (scripts.length === 0) return new Set();
  const rows = await db
    .select({ scriptHex: treasuryAddresses.scriptHex })
    .from(treasuryAddresses)
    .where(and(eq(treasuryAddresses.assetUuid, assetUuid), isAnyOf(treasuryAddresses.scriptHex, scripts)));
  return new Set(rows.map((row) => row.scriptHex));
}
