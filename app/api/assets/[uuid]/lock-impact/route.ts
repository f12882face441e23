import { answerGet } from "@/server/doors/get-route";
import { readLockImpact } from "@/server/services/asset-settings";

/** Whom it concerns to lock or delete the asset. */
export async function GET(
  _: Request,
  { params }: RouteContext<"/api/assets/[uuid]/lock-impact">,
): Promise<Response> {
  const { uuid } = await params;
  return answerGet((actor) => readLockImpact(actor, uuid));
}
