import { answerGet } from "@/server/doors/get-route";
import { counted } from "@/server/services/counted";
import { readApplyImpact } from "@/server/services/user-job-impact";

/** Whom it concerns if this import is applied. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/users/imports/[id]/impact">,
): Promise<Response> {
  const { id } = await params;
  return answerGet((actor) => counted(actor.workspaceId, () => readApplyImpact(actor, id)));
}
