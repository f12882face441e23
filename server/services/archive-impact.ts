import type { Actor } from "@/lib/domain/actor";
import type { MembershipsImpact } from "@/lib/domain/membership-impact";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { findNote } from "@/server/register/note-store";
import { readMembershipsImpact } from "./category-impact";

/**
 * Whom it concerns when a user is archived, which leaves every category, or comes back into those of that time;
 * nothing is changed. AMP: GET /registered_users/{u}, and as for a change of memberships
 * @throws AppError NOT_FOUND
 */
export async function readArchiveImpact(
  actor: Actor,
  { userId, isArchived }: { userId: number; isArchived: boolean },
): Promise<MembershipsImpact> {
  await authorize(actor, "category:write");
  const amp = await ampAs(actor);
  const [user, note] = await Promise.all([
    amp.call("getRegisteredUser", { path: { registeredUserId: userId } }),
    findNote(actor.workspaceId, userId),
  ]);
  const categories = isArchived ? user.categories : (note?.archivedCategories ?? []);
  const memberships = categories.map((categoryId) => ({ categoryId, isMember: !isArchived }));
  return readMembershipsImpact(actor, [{ userId, memberships }]);
}
