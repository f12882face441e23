import { answerGet } from "@/server/doors/get-route";
import { readIssuance } from "@/server/services/lifecycle";

export async function GET(
  _: Request,
  { params }: RouteContext<"/api/assets/[uuid]/issuance">,
): Promise<Response> {
  const { uuid } = await params;
  return answerGet((actor) => readIssuance(actor, uuid));
}
