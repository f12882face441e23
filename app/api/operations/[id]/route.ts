import { answerGet } from "@/server/doors/get-route";
import { getOperationNews } from "@/server/services/operations";

export async function GET(_: Request, { params }: RouteContext<"/api/operations/[id]">): Promise<Response> {
  const { id } = await params;
  return answerGet((actor) => getOperationNews(actor, id));
}
