import { answerGet } from "@/server/doors/get-route";
import { readBatch } from "@/server/services/assignment-batches";

export async function GET(
  _: Request,
  { params }: RouteContext<"/api/assets/[uuid]/assignments/batches/[batch]">,
): Promise<Response> {
  const { uuid, batch } = await params;
  return answerGet((actor) => readBatch(actor, uuid, batch));
}
