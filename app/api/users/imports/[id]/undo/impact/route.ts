import { answerGet } from "@/server/doors/get-route";
import { counted } from "@/server/services/counted";
import { readUndoImpact } from "@/server/services/user-job-impact";

/** Whom it concerns if this bulk change is taken back. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/users/imports/[id]/undo/impact">,
): Promise<Response> {
  const { id } = await params;
  return answerGet((actor) => counted(actor.workspaceId, () => readUndoImpact(actor, id)));
}
