import { and, eq, lt, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/server/db/client";
import { historyOwned } from "@/server/db/schema/history";
import type { Ask } from "@/server/mirror/owners-store";
import { now } from "@/server/platform/clock";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";

/** Who owned what, as it was added up once. */
export interface Kept {
  workspaceId: string;
  readingId: string;
  keptAt: Date;
}

/** The relations that it is read from: by account, and added up by owner. */
export interface OwnedTables {
  owned: SQL;
  sums: SQL;
}

/** As long as what a reading holds of the copies. */
const KEPT_MS = 60 * 60_000;

const ofKept = ({ keptAt, readingId }: Kept) =>
  and(eq(historyOwned.keptAt, keptAt), eq(historyOwned.readingId, readingId));

const keptSql = (kept: Kept, isSum: boolean): SQL => sql`
  select ${historyOwned.holderId} collate "C" as holder_id, ${historyOwned.holderId} collate "C" as id, ${historyOwned.kind} as kind,
    ${historyOwned.userId} as user_id, ${historyOwned.gaid} as gaid, ${historyOwned.beforeSats} as before_sats,
    ${historyOwned.sats} as amount
  from ${historyOwned} where ${ofKept(kept)} and ${historyOwned.isSum} = ${isSum}`;

export const keptTables = (kept: Kept): OwnedTables => ({
  owned: sql`(${keptSql(kept, false)}) as owned`,
  sums: sql`(${keptSql(kept, true)}) as sums`,
});

/** Writes down what has been added up, for the portions that follow; what killed processes left goes. */
export async function keepOwned(ask: Ask, { owned, sums }: OwnedTables, kept: Kept): Promise<void> {
  const { workspaceId, readingId, keptAt } = kept;
  const key = sql`${workspaceId}::uuid, ${readingId}::uuid, ${keptAt.toISOString()}::timestamptz`;
  await ask(sql`
    insert into ${historyOwned} (workspace_id, reading_id, kept_at, is_sum, holder_id, kind, user_id, gaid,
      before_sats, sats)
    select ${key}, false, holder_id, kind, user_id, gaid, before_sats, amount from ${owned}
    union all
    select ${key}, true, id, kind, user_id, null, before_sats, amount from ${sums}`);
  await ask(sql`analyze ${historyOwned}`);
}

/** What is not forgotten now, a later reading forgets. */
export async function forgetOwned(kept: Kept): Promise<void> {
  const isLeft = lt(historyOwned.keptAt, new Date(now().getTime() - KEPT_MS));
  try {
    await db()
      .delete(historyOwned)
      .where(or(ofKept(kept), isLeft));
  } catch (error) {
    log.warn("history.owned-not-forgotten", { reason: reasonOf(error) });
  }
}
