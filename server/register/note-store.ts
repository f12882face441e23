import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { UserNote } from "@/lib/domain/users";
import { db } from "@/server/db/client";
import { userNotes } from "@/server/db/schema/register";
import { now } from "@/server/platform/clock";

const table = userNotes;

const isOf = (workspaceId: string, userId: number) =>
  and(eq(table.workspaceId, workspaceId), eq(table.userId, userId));

export async function findNote(workspaceId: string, userId: number): Promise<UserNote | null> {
  const [row] = await db().select().from(table).where(isOf(workspaceId, userId));
  if (!row) return null;
  const { text, archivedAt, archivedCategories, updatedBy, updatedAt } = row;
  return { text, archivedAt, archivedCategories, updatedBy, updatedAt };
}

/** The numbers of all who were put aside. */
export async function archivedUsers(workspaceId: string): Promise<number[]> {
  const rows = await db()
    .select({ userId: table.userId })
    .from(table)
    .where(and(eq(table.workspaceId, workspaceId), isNotNull(table.archivedAt)));
  return rows.map(({ userId }) => userId);
}

/** Those among the users who were put aside. */
export async function archivedAmong(workspaceId: string, userIds: readonly number[]): Promise<Set<number>> {
  if (userIds.length === 0) return new Set();
  const rows = await db()
    .select({ userId: table.userId })
    .from(table)
    .where(
      and(
        eq(table.workspaceId, workspaceId),
        inArray(table.userId, [...userIds]),
        isNotNull(table.archivedAt),
      ),
    );
  return new Set(rows.map(({ userId }) => userId));
}

interface Whose {
  workspaceId: string;
  userId: number;
  updatedBy: string;
}

const EMPTY = { text: "", archivedAt: null, archivedCategories: [] };

/** Changes what is kept of a user; makes the row when there is none. */
export async function saveNote(
  { workspaceId, userId, updatedBy }: Whose,
  change: Partial<Pick<UserNote, "archivedAt" | "archivedCategories">>,
): Promise<void> {
  const values = { ...change, updatedBy, updatedAt: now() };
  await db()
    .insert(table)
    .values({ ...EMPTY, ...values, workspaceId, userId })
    .onConflictDoUpdate({ target: [table.workspaceId, table.userId], set: values });
}

/**
 * Writes the text where `shown` stands, or where it stands already: after an answer that was lost.
 * @returns false when another text stands there
 */
export async function replaceText(
  { workspaceId, userId, updatedBy }: Whose,
  { text, shown }: { text: string; shown: string },
): Promise<boolean> {
  const values = { text, updatedBy, updatedAt: now() };
  const written = await db()
    .insert(table)
    .values({ ...EMPTY, ...values, workspaceId, userId })
    .onConflictDoUpdate({
      target: [table.workspaceId, table.userId],
      set: values,
      setWhere: inArray(table.text, [shown, text]),
    })
    .returning({ userId: table.userId });
  return written.length > 0;
}

/** A user who was deleted leaves nothing here. */
export async function forgetNote(workspaceId: string, userId: number): Promise<void> {
  await db().delete(table).where(isOf(workspaceId, userId));
}
