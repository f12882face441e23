import type { UserJobAbout } from "@/lib/domain/user-jobs";
import { gaidsChanged, usersChanged } from "@/server/mirror/users";

/** While a job or a batch runs, pages do not wait more often than this for lists that are read whole again. */
export const SHOW_MS = 60_000;

/** What a job has changed of users so far is on the next page; of an import or its undo also whose the GAIDs are. */
export async function showUsers(whose: { workspaceId: string }, about: UserJobAbout): Promise<void> {
  await usersChanged(whose);
  if (about.kind !== "categories") await gaidsChanged(whose);
}
