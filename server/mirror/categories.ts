import type { Category } from "@/lib/contracts/amp/categories";
import type { Freshness } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import type { CategorySummary } from "@/lib/domain/categories";
import type { AmpClient } from "@/server/amp/client";
import { ampAs } from "@/server/auth/amp-session";
import {
  categoriesOf,
  dropCategories,
  selectCategories,
  storeCategories,
  storeCategory,
} from "./categories-store";
import { markChanged } from "./changed";
import type { Copy } from "./copies-store";
import { ensureFresh, freshnessOf, noting, readAgain, readRowAgain } from "./fresh";
import type { CopyKind } from "./refresh";

/** AMP: GET /categories */
export const CATEGORIES: CopyKind<CategorySummary> = {
  rows: readCategories,
  weigh: ({ memberCount }) => 1 + memberCount,
  store: (tx, id, generation, rows) =>
    storeCategories(tx, id, generation, rows, { ticket: generation, isGone: false }),
  drop: dropCategories,
  tables: ["mirror_categories"],
};

async function* readCategories(amp: AmpClient): AsyncGenerator<CategorySummary[]> {
  for await (const categories of amp.rows("listCategories")) yield categories.map(toSummary);
}

const toSummary = ({ id, name, description, registeredUsers, assets }: Category): CategorySummary => ({
  id,
  name,
  description,
  memberCount: registeredUsers.length,
  assets,
});

type Asking = Pick<Actor, "workspaceId" | "environment">;

/** All categories as AMP tells them this workspace's account, not older than a page may show. */
export async function copiedCategories({
  workspaceId,
}: Asking): Promise<{ categories: CategorySummary[]; freshness: Freshness }> {
  const copy = await ensureFresh(categoriesOf(workspaceId), CATEGORIES);
  return { categories: await selectCategories(workspaceId), freshness: freshnessOf(copy) };
}

/** Asks AMP now. */
export const refreshCategories = ({ workspaceId }: Asking): Promise<Copy> =>
  readAgain(categoriesOf(workspaceId), CATEGORIES);

/** After an own change, whatever came of it: the category is read again. AMP: GET /categories/{c} */
export const categoryChanged = (actor: Asking, categoryId: number): Promise<void> =>
  readRowAgain(categoriesOf(actor.workspaceId), {
    read: async () => toSummary(await (await ampAs(actor)).call("getCategory", { path: { categoryId } })),
    store: (category, ticket) =>
      storeCategory(
        categoriesOf(actor.workspaceId),
        category ?? { id: categoryId, name: "", description: null, memberCount: 0, assets: [] },
        ticket,
        category === null,
      ),
  });

/** After own changes of several categories, or of who is in them: the next page waits for a new list. */
export const categoriesChanged = ({ workspaceId }: Pick<Actor, "workspaceId">): Promise<void> =>
  markChanged(categoriesOf(workspaceId));

/** Carries out an own change of one category: what it changed is on the next page. */
export async function changingCategory<T>(
  actor: Asking,
  categoryId: number | ((result: T) => number),
  work: () => Promise<T>,
): Promise<T> {
  const result = await noting(work, () => categoriesChanged(actor));
  await categoryChanged(actor, typeof categoryId === "number" ? categoryId : categoryId(result));
  return result;
}
