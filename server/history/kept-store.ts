import { eq, lt, type SQL, sql } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import { copiesText } from "@/lib/messages/copies";
import { databaseTime, db, readingTime } from "@/server/db/client";
import { historyOwned } from "@/server/db/schema/history";
import type { Ask } from "@/server/mirror/owners-store";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";

/** Who owned what, as it was added up once. */
export interface Kept {
  workspaceId: string;
  readingId: string;
}

/** The relations that it is read from: by account, and added up by owner. */
export interface OwnedTables {
  owned: SQL;
  sums: SQL;
}

const ofKept = ({ readingId }: Kept) => eq(historyOwned.readingId, readingId);

const keptSql = (kept: Kept, isSum: boolean): SQL => sql`
  select ${historyOwned.holderId} collate "C" as holder_id, ${historyOwned.holderId} collate "C" as id,
    ${historyOwned.kind} as kind, ${historyOwned.userId} as user_id, ${historyOwned.gaid} as gaid,
    ${historyOwned.beforeSats} as before_sats, ${historyOwned.sats} as amount
  from ${historyOwned} where ${ofKept(kept)} and ${historyOwned.isSum} = ${isSum}`;

export const keptTables = (kept: Kept): OwnedTables => ({
  owned: sql`(${keptSql(kept, false)}) as owned`,
  sums: sql`(${keptSql(kept, true)}) as sums`,
});

/** Writes down what has been added up, for the portions that follow. */
export async function keepOwned(ask: Ask, { owned, sums }: OwnedTables, kept: Kept): Promise<void> {
  const { workspaceId, readingId } = kept;
  const key = sql`${workspaceId}::uuid, ${readingId}::uuid, ${databaseTime()}`;
  await ask(sql`
    insert into ${historyOwned} (workspace_id, reading_id, kept_at, is_sum, holder_id, kind, user_id, gaid,
      before_sats, sats)
    select ${key}, false, holder_id, kind, user_id, gaid, before_sats, amount from ${owned}
    union all
    select ${key}, true, id, kind, user_id, null, before_sats, amount from ${sums}`);
  await ask(sql`analyze ${historyOwned}`);
}

/** There is a portion after the first, so something is. @throws AppError UNAVAILABLE when it is gone */
export async function requireKept(ask: Ask, kept: Kept): Promise<void> {
  const rows = await ask(sql`select 1 from ${historyOwned} where ${ofKept(kept)} limit 1`);
  if (rows.length === 0) throw new AppError("UNAVAILABLE", copiesText.tookTooLong, { retryable: true });
}

/** What is not forgotten now, the worker forgets later. */
export async function forgetOwned(kept: Kept): Promise<void> {
  try {
    await db().delete(historyOwned).where(ofKept(kept));
  } catch (error) {
    log.warn("history.owned-not-forgotten", { reason: reasonOf(error) });
  }
}

/** What killed processes left: no reading takes longer than an hour, because its copies are held no longer. */
export async function forgetLeftOwned(): Promise<void> {
  await db()
    .delete(historyOwned)
    .where(lt(historyOwned.keptAt, sql`${readingTime()} - interval '2 hours'`));
}
