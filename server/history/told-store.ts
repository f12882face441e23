import { randomUUID } from "node:crypto";
import { eq, lt, or, sql } from "drizzle-orm";
import type { Ownership } from "@/lib/contracts/amp/ownerships";
import type { Disagreement } from "@/lib/domain/height-check";
import { databaseTime, db, readingTime } from "@/server/db/client";
import { toldRows } from "@/server/db/rows";
import { historyTold } from "@/server/db/schema/history";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { movedSql } from "./balances-store";
import { type History, look, TREASURY } from "./store";

/** What AMP tells during one check. */
export interface Told {
  workspaceId: string;
  checkId: string;
}

/** Differences that are named. */
const NAMED = 5;

/** What was told is kept while `work` looks at it. */
export async function withTold<T>(workspaceId: string, work: (check: Told) => Promise<T>): Promise<T> {
  const check = { workspaceId, checkId: randomUUID() };
  try {
    return await work(check);
  } finally {
    await forget(check);
  }
}

/** With what killed processes left. What is not forgotten now, a later check forgets. */
async function forget({ checkId }: Told): Promise<void> {
  const isLeft = lt(historyTold.toldAt, sql`${readingTime()} - interval '1 hour'`);
  try {
    await db()
      .delete(historyTold)
      .where(or(eq(historyTold.checkId, checkId), isLeft));
  } catch (error) {
    log.warn("history.told-not-forgotten", { reason: reasonOf(error) });
  }
}

/** Writes AMP's rows down as they arrive, one portion at a time. */
export async function keepTold(
  { workspaceId, checkId }: Told,
  portions: AsyncIterable<Pick<Ownership, "gaid" | "amount">[]>,
  when: "then" | "today" = "then",
): Promise<void> {
  for await (const portion of portions) {
    const rows = portion.map(({ gaid, amount }) => ({ gaid: gaid ?? TREASURY, sats: `${amount}` }));
    await db().execute(sql`
      insert into ${historyTold} (workspace_id, check_id, is_today, gaid, sats, told_at)
      select ${workspaceId}::uuid, ${checkId}::uuid, ${when === "today"}::boolean, r.gaid, r.sats, ${databaseTime()}
      from ${toldRows(rows)} as r (gaid text, sats bigint)`);
  }
}

/** Where AMP's answer and the movements up to the block disagree, and whether AMP's is the smaller one everywhere. */
export async function toldBeside(
  { checkId }: Told,
  history: History,
  height: number,
): Promise<Disagreement & { areShort: boolean }> {
  const { rows } = await look(history, (tx) =>
    tx.execute<{ gaid: string; amp: string; moved: string; accounts: number; short: number }>(sql`
      select gaid, amp::text as amp, moved::text as moved, count(*) over ()::int as accounts,
        count(*) filter (where amp < moved) over ()::int as short
      from (
        select gaid, sum(amp) as amp, sum(moved) as moved from (
          select gaid, sats as amp, 0 as moved from ${historyTold} where check_id = ${checkId} and not is_today
          union all
          select gaid, 0, amount from (${movedSql(history, { from: null, to: height })}) as moved
        ) as sides group by gaid
      ) as accounts
      where amp <> moved order by abs(amp - moved) desc, gaid collate "C" limit ${NAMED}`),
  );
  const { accounts, short } = rows[0] ?? { accounts: 0, short: 0 };
  const largest = rows.map(({ gaid, amp, moved }) => ({
    gaid: gaid === TREASURY ? null : gaid,
    ampSats: BigInt(amp),
    movedSats: BigInt(moved),
  }));
  return { accounts, largest, areShort: short === accounts };
}

/** Whether AMP told the same of every account for the block and for now. */
export async function isToldToday({ checkId }: Told): Promise<boolean> {
  const { rows } = await db().execute(sql`
    select 1 from ${historyTold} where check_id = ${checkId}
    group by gaid having sum(case when is_today then sats else -sats end) <> 0 limit 1`);
  return rows.length === 0;
}
