import { answerGet, placeIn } from "@/server/doors/get-route";
import { readHeldBack } from "@/server/services/held-back";

/** More of the assignments that a distribution would leave behind. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/assets/[uuid]/distributions/held-back">,
): Promise<Response> {
  const { uuid } = await params;
  return answerGet((actor) => readHeldBack(actor, uuid, placeIn(request, "after")));
}
