import { and, asc, eq, not, sql } from "drizzle-orm";
import type { CategorySummary } from "@/lib/domain/categories";
import { type Db, db, transaction } from "@/server/db/client";
import { storable } from "@/server/db/rows";
import { mirrorCategories } from "@/server/db/schema/mirror";
import { type CopyId, servedGeneration } from "./copies-store";
import { holdGenerations } from "./holds-store";

export const categoriesOf = (workspaceId: string): CopyId => ({ workspaceId, kind: "categories", key: "" });

const toRow = ({ name, description, ...category }: CategorySummary): CategorySummary => ({
  ...category,
  name: storable(name),
  description: description === null ? null : storable(description),
});

export async function storeCategories(
  tx: Db,
  { workspaceId }: CopyId,
  generation: number,
  categories: CategorySummary[],
  read: { ticket: number; isGone: boolean },
): Promise<void> {
  if (categories.length === 0) return;
  const { id, name, description, memberCount, assets, ticket, isGone } = mirrorCategories;
  const isLater = sql`${ticket} <= excluded.ticket`;
  const set = Object.fromEntries(
    Object.entries({ name, description, memberCount, assets, ticket, isGone }).map(([key, column]) => [
      key,
      sql.raw(`excluded."${column.name}"`),
    ]),
  );
  await tx
    .insert(mirrorCategories)
    .values(categories.map((category) => ({ ...toRow(category), ...read, workspaceId, generation })))
    .onConflictDoUpdate({
      target: [mirrorCategories.workspaceId, mirrorCategories.generation, id],
      set,
      setWhere: isLater,
    });
}

/** Puts one category's row right, in what is served and in what is coming in. */
export const storeCategory = (
  id: CopyId,
  category: CategorySummary,
  ticket: number,
  isGone: boolean,
): Promise<void> =>
  transaction(async (tx) => {
    for (const generation of await holdGenerations(tx, id)) {
      await storeCategories(tx, id, generation, [category], { ticket, isGone });
    }
  });

export async function dropCategories(tx: Db, { workspaceId }: CopyId, generation: number): Promise<void> {
  await tx
    .delete(mirrorCategories)
    .where(and(eq(mirrorCategories.workspaceId, workspaceId), eq(mirrorCategories.generation, generation)));
}

/** In the order of their numbers. */
export function selectCategories(workspaceId: string): Promise<CategorySummary[]> {
  const { id, name, description, memberCount, assets } = mirrorCategories;
  return db()
    .select({ id, name, description, memberCount, assets })
    .from(mirrorCategories)
    .where(
      and(
        eq(mirrorCategories.workspaceId, workspaceId),
        sql`${mirrorCategories.generation} = ${servedGeneration(categoriesOf(workspaceId))}`,
        not(mirrorCategories.isGone),
      ),
    )
    .orderBy(asc(id));
}
