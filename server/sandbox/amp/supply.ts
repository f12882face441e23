import { and, eq } from "drizzle-orm";
import { reissuances, trackedOutputs } from "../db/amp-tables";
import type { SandboxDb } from "../db/client";
import { sumOf } from "./books";

/** Sats of all confirmed reissuances. */
export async function reissuedSats(db: SandboxDb, assetUuid: string): Promise<bigint> {
  const [row] = await db
    .select({ total: sumOf(reissuances.amountSats) })
    .from(reissuances)
    .where(eq(reissuances.assetUuid, assetUuid));
  return row?.total ?? 0n;
}

/** Sats of all confirmed burns. */
export async function burnedSats(db: SandboxDb, assetUuid: string): Promise<bigint> {
  const [row] = await db
    .select({ total: sumOf(trackedOutputs.amountSats) })
    .from(trackedOutputs)
    .where(and(eq(trackedOutputs.assetUuid, assetUuid), eq(trackedOutputs.isBurnt, true)));
  return row?.total ?? 0n;
}
