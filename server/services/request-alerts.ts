import type { Actor } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import { requestsText } from "@/lib/messages/requests";
import { audited } from "@/server/audit/audited";
import { authorize } from "@/server/auth/authorize";
import { changingMemberships } from "@/server/mirror/users";
import { ampOfIssuer } from "@/server/requests/amp";
import { requireRequest } from "@/server/requests/inboxes";
import { changeRequest, type StoredRequest } from "@/server/requests/store";
import { inWorkspaceOf } from "./requests";

/**
 * Answers the alert about an identity that is good no more: takes the person out of the categories that the approval
 * added, or lets them stay. Pressed again after a lost answer, it does what is left.
 * AMP: GET /registered_users/{u}, PUT /categories/{c}/registered_users/{u}/remove
 * @throws AppError CONFLICT without an alert
 */
export async function answerKycAlert(
  actor: Actor,
  input: { requestId: string; answer: "remove" | "keep" },
): Promise<void> {
  await authorize(actor, "request:write");
  const request = await requireRequest(actor, input.requestId);
  const isRemoval = input.answer === "remove";
  const action = isRemoval ? "request.categories-removed" : "request.categories-kept";
  const detail = { request: request.id, user: request.ampUserId, categories: request.categoryIds };
  await audited(inWorkspaceOf(actor, request), { action, detail }, async () => {
    if (request.state !== "approved" || request.kycAlert === null || request.kycAnswer !== null)
      throw new AppError("CONFLICT", requestsText.alert.gone);
    if (isRemoval) await removeCategories(actor, request);
    await changeRequest(request.id, ["approved"], { kycAnswer: isRemoval ? "removed" : "kept" });
  });
}

/** One by one under its own mark: of a removal that ends half-way, the desk's copies show what was done. */
async function removeCategories({ environment }: Actor, request: StoredRequest): Promise<void> {
  const { workspaceId, ampUserId, categoryIds } = request;
  if (ampUserId === null) return;
  const amp = await ampOfIssuer(workspaceId);
  const user = await amp.call("getRegisteredUser", { path: { registeredUserId: ampUserId } });
  for (const categoryId of categoryIds.filter((id) => user.categories.includes(id)))
    await changingMemberships({ workspaceId, environment }, ampUserId, () =>
      amp.call("removeCategoryUser", { path: { categoryId, registeredUserId: ampUserId } }),
    );
}
