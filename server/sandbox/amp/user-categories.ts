import { z } from "zod";
import type { Endpoint } from "@/lib/contracts/amp/endpoints";
import { RegisteredUser } from "@/lib/contracts/amp/registered-users";
import type { Call } from "./call";
import { findCategory, joinCategories, leaveCategory } from "./category-store";
import { invalid, refused } from "./refusal";
import { userOfPath, viewUser } from "./registered-users";

/**
 * The manager's category paths: the official list still names them, the changelog removed them in 0.1.7. They answer
 * while the switch `managerCategoryPaths` is on. The ids come in an object or as a bare array.
 */

const ids = z.array(z.int().positive()).min(1);
const CategoryIds = z.union([z.object({ categories: ids }).transform(({ categories }) => categories), ids]);

const path = "/registered_users/{registeredUserId}/categories";
const shape = { number: 0, method: "PUT", role: "manager", success: 200, changesState: true } as const;
const shapes = { ...shape, body: CategoryIds, returns: RegisteredUser };

export const userCategoryEndpoints: Endpoint[] = [
  { ...shapes, name: "addUserCategories", path: `${path}/add` },
  { ...shapes, name: "deleteUserCategories", path: `${path}/delete` },
];

type UserCategoriesCall = Pick<Call<"getRegisteredUser">, "unit" | "account" | "params"> & { body: number[] };

/** The user of the path, once every category is known to exist. */
async function userAndCategories(call: UserCategoriesCall) {
  const user = await userOfPath(call);
  for (const id of call.body)
    if (!(await findCategory(call.unit.db, user.issuerId, id)))
      throw invalid({ categories: [`Invalid pk "${id}" - object does not exist.`] });
  return {
    user,
    memberships: [...new Set(call.body)].map((categoryId) => ({ categoryId, userId: user.id })),
  };
}

export const userCategoryHandlers: Record<string, (call: UserCategoriesCall) => Promise<unknown>> = {
  async addUserCategories(call) {
    const { user, memberships } = await userAndCategories(call);
    if ((await joinCategories(call.unit.db, memberships)) < memberships.length)
      throw refused("The registered user is already in this category.");
    return viewUser(call.unit, user);
  },

  async deleteUserCategories(call) {
    const { user, memberships } = await userAndCategories(call);
    for (const membership of memberships)
      if (!(await leaveCategory(call.unit.db, membership)))
        throw refused("The registered user is not in this category.");
    return viewUser(call.unit, user);
  },
};
