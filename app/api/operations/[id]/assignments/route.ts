import { answerGet, placeIn } from "@/server/doors/get-route";
import { getAssignmentsOf } from "@/server/services/operations";

/** More of those whom a distribution pays. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/operations/[id]/assignments">,
): Promise<Response> {
  const { id } = await params;
  return answerGet((actor) => getAssignmentsOf(actor, id, placeIn(request, "after")));
}
