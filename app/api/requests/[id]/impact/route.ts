import { answerGet } from "@/server/doors/get-route";
import { counted } from "@/server/services/counted";
import { readAlertImpact } from "@/server/services/request-alert-impact";

/** Whom it concerns if the person of this request leaves the categories of the approval. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/requests/[id]/impact">,
): Promise<Response> {
  const { id } = await params;
  return answerGet((actor) => counted(actor.workspaceId, () => readAlertImpact(actor, id)));
}
