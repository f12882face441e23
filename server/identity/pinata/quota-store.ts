import { sql } from "drizzle-orm";
import { now } from "@/server/platform/clock";
import type { IdentityDb } from "../db/client";
import { pinataQuotas } from "../db/pinata-tables";

/** Counts one key more; false when the wallet has had its `limit` since midnight UTC. One statement decides. */
export async function takeFromQuota(db: IdentityDb, address: string, limit: number): Promise<boolean> {
  const { day, keys } = pinataQuotas;
  const today = now().toISOString().slice(0, 10);
  const counted = await db
    .insert(pinataQuotas)
    .values({ address, day: today, keys: 1 })
    .onConflictDoUpdate({
      target: pinataQuotas.address,
      set: { day: today, keys: sql`case when ${day} = excluded.day then ${keys} + 1 else 1 end` },
      setWhere: sql`${day} <> excluded.day or ${keys} < ${limit}`,
    })
    .returning();
  return counted.length > 0;
}
