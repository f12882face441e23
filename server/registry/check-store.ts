import { and, eq, lte } from "drizzle-orm";
import type { Actor } from "@/lib/domain/actor";
import type { ProofCheck } from "@/lib/domain/domain-proof";
import { decodeJson, encodeJson } from "@/lib/json";
import { db } from "@/server/db/client";
import { proofChecks } from "@/server/db/schema/registry";

type Whose = Pick<Actor, "workspaceId">;

/** Keeps the look in the place of an earlier one; of two at once the later one stays. */
export async function keepCheck({ workspaceId }: Whose, assetUuid: string, check: ProofCheck): Promise<void> {
  const { checkedAt } = check;
  const row = { checkedAt, found: encodeJson(check) };
  await db()
    .insert(proofChecks)
    .values({ workspaceId, assetUuid, ...row })
    .onConflictDoUpdate({
      target: [proofChecks.workspaceId, proofChecks.assetUuid],
      set: row,
      setWhere: lte(proofChecks.checkedAt, checkedAt),
    });
}

/** @returns null where nobody of the workspace has looked */
export async function findCheck({ workspaceId }: Whose, assetUuid: string): Promise<ProofCheck | null> {
  const [row] = await db()
    .select({ found: proofChecks.found })
    .from(proofChecks)
    .where(and(eq(proofChecks.workspaceId, workspaceId), eq(proofChecks.assetUuid, assetUuid)));
  return row ? (decodeJson(row.found) as ProofCheck) : null;
}
