import { and, asc, eq } from "drizzle-orm";
import { categories, categoryAssets, categoryUsers } from "../db/amp-tables";
import type { SandboxDb } from "../db/client";
import { type Call, type Handlers, idOf } from "./call";
import {
  type CategoryRow,
  categoryViews,
  findCategory,
  findCategoryByName,
  joinCategories,
  leaveCategory,
} from "./category-store";
import { invalid, notFound, refused } from "./refusal";
import { findUser } from "./registered-user-store";

type Viewing = Pick<Call<"getCategory">, "unit" | "account">;
type CategoryCall = Pick<Call<"getCategory">, "unit" | "account" | "params">;

async function find(call: CategoryCall): Promise<CategoryRow> {
  const row = await findCategory(call.unit.db, call.account.issuerId, idOf(call, "categoryId"));
  if (!row) throw notFound();
  return row;
}

async function view({ unit, account }: Viewing, row: CategoryRow) {
  const [category] = await categoryViews(unit.db, account, [row]);
  if (!category) throw notFound();
  return category;
}

async function refuseTakenName(db: SandboxDb, issuerId: number, name: string, ownId?: number): Promise<void> {
  const taken = await findCategoryByName(db, issuerId, name);
  if (taken && taken.id !== ownId) throw invalid({ name: ["A category with this name already exists."] });
}

/** The category and the user of the path. */
async function findPair(call: CategoryCall) {
  const category = await find(call);
  const user = await findUser(call.unit.db, call.account.issuerId, idOf(call, "registeredUserId"));
  if (!user) throw notFound();
  return { category, user };
}

export const categoryHandlers = {
  async listCategories({ unit, account }) {
    const rows = await unit.db
      .select()
      .from(categories)
      .where(eq(categories.issuerId, account.issuerId))
      .orderBy(asc(categories.id));
    return categoryViews(unit.db, account, rows);
  },

  async addCategory({ unit, account, body: { name, description = null } }) {
    await refuseTakenName(unit.db, account.issuerId, name);
    const values = { issuerId: account.issuerId, name, description };
    const [row] = await unit.db.insert(categories).values(values).returning();
    return view({ unit, account }, row as CategoryRow);
  },

  getCategory: async (call) => view(call, await find(call)),

  async editCategory(call) {
    const row = await find(call);
    const { db } = call.unit;
    const { name = row.name, description = row.description } = call.body;
    await refuseTakenName(db, row.issuerId, name, row.id);
    await db.update(categories).set({ name, description }).where(eq(categories.id, row.id));
    return view(call, { ...row, name, description });
  },

  async deleteCategory(call) {
    const { id } = await find(call);
    const { db } = call.unit;
    await db.delete(categoryUsers).where(eq(categoryUsers.categoryId, id));
    await db.delete(categoryAssets).where(eq(categoryAssets.categoryId, id));
    await db.delete(categories).where(eq(categories.id, id));
  },

  async addCategoryUser(call) {
    const { category, user } = await findPair(call);
    if ((await joinCategories(call.unit.db, [{ categoryId: category.id, userId: user.id }])) === 0)
      throw refused("The registered user is already in this category.");
    return view(call, category);
  },

  async removeCategoryUser(call) {
    const { category, user } = await findPair(call);
    if (!(await leaveCategory(call.unit.db, { categoryId: category.id, userId: user.id })))
      throw refused("The registered user is not in this category.");
    return view(call, category);
  },

  async addCategoryAsset(call) {
    const category = await find(call);
    const requirement = { categoryId: category.id, assetUuid: call.asset.uuid };
    const added = await call.unit.db
      .insert(categoryAssets)
      .values(requirement)
      .onConflictDoNothing()
      .returning();
    if (added.length === 0) throw refused("The asset already requires this category.");
    return view(call, category);
  },

  async removeCategoryAsset(call) {
    const category = await find(call);
    const removed = await call.unit.db
      .delete(categoryAssets)
      .where(and(eq(categoryAssets.categoryId, category.id), eq(categoryAssets.assetUuid, call.asset.uuid)))
      .returning();
    if (removed.length === 0) throw refused("The asset does not require this category.");
    return view(call, category);
  },
} satisfies Handlers;
