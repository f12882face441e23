import type { AmpClient } from "@/server/amp/client";
import { isSoAlready } from "@/server/amp/refusals";
import { now } from "@/server/platform/clock";
import { findNote, saveNote } from "./note-store";

/** Numbers of the categories that a user would leave. AMP: GET /registered_users/{u} */
export async function membershipsOf(amp: AmpClient, userId: number): Promise<number[]> {
  return (await amp.call("getRegisteredUser", { path: { registeredUserId: userId } })).categories;
}

/**
 * Puts a user aside: out of these categories, which are all the user is in, marked in the desk; the user stays in AMP.
 * What is already so is no error, so it can be repeated. AMP: PUT /categories/{c}/registered_users/{u}/remove
 * @returns the categories of all runs
 */
export async function archiveUser(
  amp: AmpClient,
  whose: { workspaceId: string; userId: number; updatedBy: string },
  categories: readonly number[],
): Promise<number[]> {
  const note = await findNote(whose.workspaceId, whose.userId);
  // Written before the first one is left; a run that is repeated finds fewer of them.
  const archivedCategories = [...new Set([...(note?.archivedCategories ?? []), ...categories])];
  await saveNote(whose, { archivedCategories });
  for (const categoryId of categories) await setMembership(amp, { ...whose, categoryId, isMember: false });
  await saveNote(whose, { archivedAt: now() });
  return archivedCategories;
}

/** AMP: PUT /categories/{c}/registered_users/{u}/add and /remove. @returns false when it was so already */
export async function setMembership(
  amp: AmpClient,
  { categoryId, userId, isMember }: { categoryId: number; userId: number; isMember: boolean },
): Promise<boolean> {
  const path = { categoryId, registeredUserId: userId };
  try {
    await amp.call(isMember ? "addCategoryUser" : "removeCategoryUser", { path });
    return true;
  } catch (error) {
    if (isSoAlready(error, isMember)) return false;
    throw error;
  }
}
