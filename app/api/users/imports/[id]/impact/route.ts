import { answerGet } from "@/server/doors/get-route";
import { readApplyImpact } from "@/server/services/user-job-impact";

/** Whom it concerns if this import is applied. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/users/imports/[id]/impact">,
): Promise<Response> {
  const { id } = await params;
  return answerGet((actor) => readApplyImpact(actor, id));
}
