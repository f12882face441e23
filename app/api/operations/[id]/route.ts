import { answerGet } from "@/server/doors/get-route";
import { getOperation } from "@/server/services/operations";

export async function GET(_: Request, { params }: RouteContext<"/api/operations/[id]">): Promise<Response> {
  const { id } = await params;
  return answerGet((actor) => getOperation(actor, id));
}
