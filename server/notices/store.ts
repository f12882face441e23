import { randomUUID } from "node:crypto";
import { and, count, desc, eq, gt, inArray, isNotNull, isNull, lt, lte, notInArray, or } from "drizzle-orm";
import type { Delivery, DeliveryState, Notice, NoticeChannel, NoticeTopic } from "@/lib/domain/notices";
import { db, transaction } from "@/server/db/client";
import { noticeDeliveries, notices } from "@/server/db/schema/notices";
import { now } from "@/server/platform/clock";
import { said } from "@/server/platform/stored-words";

const FORGET_EVERY_MS = 3_600_000;
const KEPT_MS = 30 * 24 * 3_600_000;
const DUE_AT_ONCE = 10;

/**
 * Keeps what is new, and closes what needs nobody any more.
 * @param unsure topics of which nothing is closed, as `current` may lack some of theirs
 */
export const syncNotices = (
  workspaceId: string,
  channel: NoticeChannel,
  current: Notice[],
  unsure: NoticeTopic[] = [],
): Promise<void> =>
  transaction(async (tx) => {
    const keys = current.map(({ key }) => key);
    await tx
      .update(notices)
      .set({ solvedAt: now() })
      .where(
        and(
          eq(notices.workspaceId, workspaceId),
          eq(notices.channel, channel),
          isNull(notices.solvedAt),
          keys.length === 0 ? undefined : notInArray(notices.key, keys),
          unsure.length === 0 ? undefined : notInArray(notices.topic, unsure),
        ),
      );
    if (current.length === 0) return;
    await tx
      .insert(notices)
      .values(current.map((notice) => ({ id: randomUUID(), workspaceId, channel, ...notice })))
      .onConflictDoNothing();
  });

/** Closes what nobody was told of, as its message was given up before then: what still stands of it is raised anew. */
export async function closeGivenUp(workspaceId: string, channel: NoticeChannel, before: Date): Promise<void> {
  const givenUp = db()
    .select({ id: noticeDeliveries.id })
    .from(noticeDeliveries)
    .where(
      and(
        eq(noticeDeliveries.workspaceId, workspaceId),
        eq(noticeDeliveries.channel, channel),
        eq(noticeDeliveries.state, "dead"),
        lt(noticeDeliveries.endedAt, before),
      ),
    );
  await db()
    .update(notices)
    .set({ solvedAt: now() })
    .where(and(isNull(notices.solvedAt), inArray(notices.deliveryId, givenUp)));
}

/** Puts what nobody was told of into one message, unless the channel had one since `quietSince`. */
export const gatherNotices = (
  delivery: { id: string; workspaceId: string; channel: NoticeChannel },
  quietSince: Date,
): Promise<void> =>
  transaction(async (tx) => {
    const { id, workspaceId, channel } = delivery;
    const ofChannel = and(
      eq(noticeDeliveries.workspaceId, workspaceId),
      eq(noticeDeliveries.channel, channel),
      eq(noticeDeliveries.isTest, false),
    );
    const [recent] = await tx
      .select({ id: noticeDeliveries.id })
      .from(noticeDeliveries)
      .where(and(ofChannel, gt(noticeDeliveries.createdAt, quietSince)))
      .limit(1);
    if (recent) return;
    const gathered = await tx
      .update(notices)
      .set({ deliveryId: id })
      .where(
        and(
          eq(notices.workspaceId, workspaceId),
          eq(notices.channel, channel),
          isNull(notices.solvedAt),
          isNull(notices.deliveryId),
        ),
      )
      .returning({ id: notices.id });
    if (gathered.length > 0) await tx.insert(noticeDeliveries).values(freshDelivery(delivery, false));
  });

const freshDelivery = (
  delivery: { id: string; workspaceId: string; channel: NoticeChannel },
  isTest: boolean,
) => ({ ...delivery, isTest, state: "waiting", tries: 0, dueAt: now(), createdAt: now() });

type Row = typeof noticeDeliveries.$inferSelect;
const toDelivery = ({ workspaceId: _, ...row }: Row): Delivery => ({
  ...row,
  channel: row.channel as NoticeChannel,
  state: row.state as DeliveryState,
  problem: said(row.problem),
});

/** A message without notices, which only whoever asked for it tries. */
export async function insertTest(workspaceId: string, channel: NoticeChannel): Promise<Delivery> {
  const [row] = await db()
    .insert(noticeDeliveries)
    .values(freshDelivery({ id: randomUUID(), workspaceId, channel }, true))
    .returning();
  if (!row) throw new Error("The test was not stored.");
  return toDelivery(row);
}

export const countTestsSince = (workspaceId: string, since: Date): Promise<number> =>
  db().$count(
    noticeDeliveries,
    and(
      eq(noticeDeliveries.workspaceId, workspaceId),
      eq(noticeDeliveries.isTest, true),
      gt(noticeDeliveries.createdAt, since),
    ),
  );

/** Oldest first. */
export async function dueDeliveries(workspaceId: string): Promise<Delivery[]> {
  const rows = await db()
    .select()
    .from(noticeDeliveries)
    .where(
      and(
        eq(noticeDeliveries.workspaceId, workspaceId),
        eq(noticeDeliveries.state, "waiting"),
        eq(noticeDeliveries.isTest, false),
        lte(noticeDeliveries.dueAt, now()),
      ),
    )
    .orderBy(noticeDeliveries.dueAt)
    .limit(DUE_AT_ONCE);
  return rows.map(toDelivery);
}

/** What a message tells of and is not solved yet, oldest first. */
export async function noticesIn(deliveryId: string): Promise<Notice[]> {
  const rows = await db()
    .select()
    .from(notices)
    .where(and(eq(notices.deliveryId, deliveryId), isNull(notices.solvedAt)))
    .orderBy(notices.raisedAt, notices.key);
  return rows.map(({ key, topic, title, detail, path, raisedAt }) => ({
    key,
    topic: topic as NoticeTopic,
    title,
    detail,
    path,
    raisedAt,
  }));
}

type Change = Partial<Pick<Delivery, "state" | "tries" | "dueAt" | "endedAt" | "problem">>;

export async function changeDelivery(id: string, change: Change): Promise<Delivery> {
  const [row] = await db()
    .update(noticeDeliveries)
    .set(change)
    .where(eq(noticeDeliveries.id, id))
    .returning();
  if (!row) throw new Error("The message is not there.");
  return toDelivery(row);
}

/** Newest first, each with how many notices it told of. @param behind where the page before ended */
export async function latestDeliveries(
  workspaceId: string,
  limit: number,
  behind: Pick<Delivery, "createdAt" | "id"> | null = null,
): Promise<(Delivery & { count: number })[]> {
  const { createdAt, id } = noticeDeliveries;
  const later =
    behind && or(lt(createdAt, behind.createdAt), and(eq(createdAt, behind.createdAt), gt(id, behind.id)));
  const rows = await db()
    .select()
    .from(noticeDeliveries)
    .where(and(eq(noticeDeliveries.workspaceId, workspaceId), later ?? undefined))
    .orderBy(desc(createdAt), id)
    .limit(limit);
  const ids = rows.map(({ id }) => id);
  const counts = ids.length === 0 ? [] : await countsOf(ids);
  return rows.map((row) => ({
    ...toDelivery(row),
    count: counts.find(({ deliveryId }) => deliveryId === row.id)?.count ?? 0,
  }));
}

/** Ways by which nothing arrives: the last message that came to an end, or the last test, was given up. */
export async function failingChannels(workspaceId: string): Promise<Pick<Delivery, "channel" | "problem">[]> {
  const { channel, state, endedAt, problem } = noticeDeliveries;
  const rows = await db()
    .selectDistinctOn([channel], { channel, state, problem })
    .from(noticeDeliveries)
    .where(and(eq(noticeDeliveries.workspaceId, workspaceId), inArray(state, ["sent", "dead"])))
    .orderBy(channel, desc(endedAt));
  return rows
    .filter((row) => row.state === "dead")
    .map((row) => ({ channel: row.channel as NoticeChannel, problem: said(row.problem) }));
}

const countsOf = (ids: string[]) =>
  db()
    .select({ deliveryId: notices.deliveryId, count: count() })
    .from(notices)
    .where(inArray(notices.deliveryId, ids))
    .groupBy(notices.deliveryId);

let forgotAt = Number.NEGATIVE_INFINITY;

/** Deletes what is over for a month, at most once an hour. */
export async function forgetOldNotices(): Promise<void> {
  const at = now().getTime();
  if (Math.abs(at - forgotAt) < FORGET_EVERY_MS) return;
  const before = new Date(at - KEPT_MS);
  await db()
    .delete(notices)
    .where(and(isNotNull(notices.solvedAt), lt(notices.solvedAt, before)));
  await db().delete(noticeDeliveries).where(lt(noticeDeliveries.endedAt, before));
  forgotAt = at;
}
