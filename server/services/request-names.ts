import type { Actor } from "@/lib/domain/actor";
import type { RequestDetails, RequestNames } from "@/lib/domain/requests";
import { AppError } from "@/lib/errors";
import { authorize } from "@/server/auth/authorize";
import { actorOf } from "@/server/register/job-actor";
import { requireRequest } from "@/server/requests/inboxes";
import { categoryChoices } from "./categories";
import { userNames } from "./user-names";

/**
 * The names of a request's categories and of its registered user, by what the issuer's workspace knows. None while AMP
 * is away: the page has the numbers. AMP: GET /categories, /registered_users/, for a request that is begun alone
 */
export async function readRequestNames(
  actor: Actor,
  { id, categoryIds, steps, ampUserId }: RequestDetails,
): Promise<RequestNames> {
  await authorize(actor, "request:read");
  if (steps.length === 0 && ampUserId === null) return { categories: [], user: null };
  const { workspaceId } = await requireRequest(actor, id);
  const wanted = new Set([...categoryIds, ...steps.map((step) => step.categoryId)]);
  try {
    const issuer = await actorOf(workspaceId, actor.personName);
    const [categories, users] = await Promise.all([categoryChoices(issuer), userNames(issuer, [ampUserId])]);
    return {
      categories: categories.filter((category) => wanted.has(category.id)),
      user: (ampUserId !== null && users.get(ampUserId)) || null,
    };
  } catch (error) {
    if (error instanceof AppError) return { categories: [], user: null };
    throw error;
  }
}
