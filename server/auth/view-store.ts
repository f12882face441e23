import { and, eq, sql } from "drizzle-orm";
import type { Actor } from "@/lib/domain/actor";
import type { SavedView } from "@/lib/domain/saved-views";
import { db } from "@/server/db/client";
import { savedViews } from "@/server/db/schema/saved-views";
import { now } from "@/server/platform/clock";

type Person = Pick<Actor, "workspaceId" | "personName">;

const table = savedViews;
const isOf = ({ workspaceId, personName }: Person) =>
  and(eq(table.workspaceId, workspaceId), eq(table.personName, personName));

/** A person's views of one list, by name. */
export const selectViews = (person: Person, path: string): Promise<SavedView[]> =>
  db()
    .select({ id: table.id, name: table.name, href: table.href })
    .from(table)
    .where(and(isOf(person), eq(table.path, path)))
    .orderBy(sql`lower(${table.name})`, table.name);

interface NewView extends SavedView {
  path: string;
}

/** @returns false when the list has a view of this name */
export async function insertView({ workspaceId, personName }: Person, view: NewView): Promise<boolean> {
  const stored = await db()
    .insert(table)
    .values({ ...view, workspaceId, personName, createdAt: now() })
    .onConflictDoNothing()
    .returning({ id: table.id });
  return stored.length > 0;
}

/** @returns null when the person has no such view */
export async function findView(
  person: Person,
  id: string,
): Promise<Pick<NewView, "id" | "path" | "name"> | null> {
  const [row] = await db()
    .select({ id: table.id, path: table.path, name: table.name })
    .from(table)
    .where(and(isOf(person), eq(table.id, id)));
  return row ?? null;
}

/** @returns false when another view of the list has the name, or this one is gone */
export async function nameView(
  person: Person,
  { id, path }: Pick<NewView, "id" | "path">,
  name: string,
): Promise<boolean> {
  const sameName = sql`exists (select 1 from ${table} as other where other.workspace_id = ${person.workspaceId}
    and other.person_name = ${person.personName} and other.path = ${path} and other.name = ${name}
    and other.id <> ${id})`;
  const named = await db()
    .update(table)
    .set({ name })
    .where(and(isOf(person), eq(table.id, id), sql`not ${sameName}`))
    .returning({ id: table.id });
  return named.length > 0;
}

export async function deleteView(person: Person, id: string): Promise<void> {
  await db()
    .delete(table)
    .where(and(isOf(person), eq(table.id, id)));
}
