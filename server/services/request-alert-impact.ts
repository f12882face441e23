import type { Actor } from "@/lib/domain/actor";
import type { RemovalImpact } from "@/lib/domain/membership-impact";
import { authorize } from "@/server/auth/authorize";
import { actorOf } from "@/server/register/job-actor";
import { requireRequest } from "@/server/requests/inboxes";
import { categoryChoices } from "./categories";
import { readMembershipsImpact } from "./category-impact";
import { visibleAssets } from "./request-decisions";

/**
 * Whom it concerns when a person leaves the categories that the approval added, by what the issuer's workspace knows;
 * nothing is changed. A manager is told of the granted assets. AMP: as for a change of memberships
 */
export async function readAlertImpact(actor: Actor, requestId: string): Promise<RemovalImpact> {
  await authorize(actor, "request:write");
  const { workspaceId, ampUserId: userId, categoryIds } = await requireRequest(actor, requestId);
  const issuer = await actorOf(workspaceId, actor.personName);
  const memberships = categoryIds.map((categoryId) => ({ categoryId, isMember: false }));
  const [impact, categories, isShown] = await Promise.all([
    readMembershipsImpact(issuer, userId === null ? [] : [{ userId, memberships }]),
    categoryChoices(issuer),
    visibleAssets(actor),
  ]);
  return {
    ...impact,
    assets: impact.assets.filter(isShown),
    categories: categories.filter(({ id }) => categoryIds.includes(id)),
  };
}
