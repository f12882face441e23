import { and, asc, eq } from "drizzle-orm";
import { decodeJson, encodeJson } from "@/lib/json";
import { db } from "@/server/db/client";
import { watchAssets } from "@/server/db/schema/watch";
import { now } from "@/server/platform/clock";

/** What an asset's transactions and open assignments tell at AMP. */
export interface Books {
  /** Treasury outputs whose blinders AMP lacks. */
  lacking: number;
  /** Distributions that AMP keeps open and nobody here carries out. */
  orders: string[];
}

interface StoredOrder {
  distributionUuid: string;
  /** When it was seen first. */
  since: Date;
}

export interface StoredBooks extends Pick<Books, "lacking"> {
  assetUuid: string;
  name: string;
  /** When they were read last, well or not; null: never. */
  booksAt: Date | null;
  lackingSince: Date | null;
  /** Its transactions have been looked through to the newest. */
  isWalked: boolean;
  orders: StoredOrder[];
}

/** Of every asset that AMP lists. */
export async function listBooks(workspaceId: string): Promise<StoredBooks[]> {
  const rows = await db()
    .select({
      assetUuid: watchAssets.assetUuid,
      name: watchAssets.name,
      booksAt: watchAssets.booksAt,
      lacking: watchAssets.lacking,
      lackingSince: watchAssets.lackingSince,
      isWalked: watchAssets.isWalked,
      orders: watchAssets.orders,
    })
    .from(watchAssets)
    .where(and(eq(watchAssets.workspaceId, workspaceId), eq(watchAssets.missed, 0)))
    .orderBy(asc(watchAssets.name), asc(watchAssets.assetUuid));
  return rows.map(({ orders, ...row }) => ({ ...row, orders: toOrders(orders) }));
}

const toOrders = (text: string | null) => (text === null ? [] : (decodeJson(text) as StoredOrder[]));

export const needsPerson = ({ lacking, orders }: Pick<StoredBooks, "lacking" | "orders">): boolean =>
  lacking > 0 || orders.length > 0;

/** Between two readings of the books: they keep their time. */
export async function saveLacking(
  workspaceId: string,
  { assetUuid }: Pick<StoredBooks, "assetUuid">,
  lacking: number,
): Promise<void> {
  await db()
    .update(watchAssets)
    .set({ lacking, ...(lacking === 0 ? { lackingSince: null } : {}) })
    .where(and(eq(watchAssets.workspaceId, workspaceId), eq(watchAssets.assetUuid, assetUuid)));
}

/** What was known already keeps its time. @param books null: they could not be read, and what is known stays */
export async function saveBooks(
  workspaceId: string,
  before: StoredBooks,
  books: Books | null,
): Promise<void> {
  const booksAt = now();
  const told = books && {
    lacking: books.lacking,
    lackingSince: books.lacking > 0 ? (before.lackingSince ?? booksAt) : null,
    orders: encodeJson(
      books.orders.map((uuid) => knownOrder(before, uuid) ?? { distributionUuid: uuid, since: booksAt }),
    ),
  };
  await db()
    .update(watchAssets)
    .set({ booksAt, ...told })
    .where(and(eq(watchAssets.workspaceId, workspaceId), eq(watchAssets.assetUuid, before.assetUuid)));
}

const knownOrder = ({ orders }: StoredBooks, uuid: string) =>
  orders.find(({ distributionUuid }) => distributionUuid === uuid);
