import { answerGet } from "@/server/doors/get-route";
import { readLockImpact } from "@/server/services/asset-settings";
import { counted } from "@/server/services/counted";

/** Whom it concerns to lock or delete the asset. */
export async function GET(
  _: Request,
  { params }: RouteContext<"/api/assets/[uuid]/lock-impact">,
): Promise<Response> {
  const { uuid } = await params;
  return answerGet((actor) => counted(actor.workspaceId, () => readLockImpact(actor, uuid)));
}
