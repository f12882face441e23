import { answerGet } from "@/server/doors/get-route";
import { readHeldBack } from "@/server/services/held-back";

/** More of the assignments that a distribution would leave behind. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/assets/[uuid]/distributions/held-back">,
): Promise<Response> {
  const { uuid } = await params;
  const after = Number(new URL(request.url).searchParams.get("after"));
  return answerGet((actor) => readHeldBack(actor, uuid, Number.isSafeInteger(after) ? after : 0));
}
