import { answerGet } from "@/server/doors/get-route";
import { readRequest } from "@/server/services/requests";

export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/requests/[id]">,
): Promise<Response> {
  const { id } = await params;
  return answerGet((actor) => readRequest(actor, id));
}
