import { and, desc, eq, gt, lt, or, sql } from "drizzle-orm";
import type { WatchAlert } from "@/lib/domain/watch";
import { db } from "@/server/db/client";
import { watchAlerts } from "@/server/db/schema/watch";
import { toAlert } from "./store";

/** Where a page of alerts ended. */
export interface AlertsPlace {
  /** Closed by then, when the first page was read. */
  isOver: boolean;
  raisedAt: Date;
  id: string;
}

export type PlacedAlert = WatchAlert & AlertsPlace;

/**
 * All alerts of a workspace page by page: those that were closed at `asOf` last, each half newest first. One that closes
 * while pages are read keeps its place.
 */
export async function alertsPage(
  workspaceId: string,
  { asOf, behind, limit }: { asOf: Date; behind: AlertsPlace | null; limit: number },
): Promise<PlacedAlert[]> {
  const { closedAt, raisedAt, id } = watchAlerts;
  const isOver = sql<boolean>`coalesce(${closedAt} <= ${asOf.toISOString()}::timestamptz, false)`;
  const later =
    behind &&
    or(
      gt(isOver, behind.isOver),
      and(
        eq(isOver, behind.isOver),
        or(lt(raisedAt, behind.raisedAt), and(eq(raisedAt, behind.raisedAt), gt(id, behind.id))),
      ),
    );
  const rows = await db()
    .select({ alert: watchAlerts, isOver })
    .from(watchAlerts)
    .where(and(eq(watchAlerts.workspaceId, workspaceId), later ?? undefined))
    .orderBy(isOver, desc(raisedAt), id)
    .limit(limit);
  return rows.map((row) => ({ ...toAlert(row.alert), isOver: row.isOver }));
}
