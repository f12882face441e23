import { answerGet } from "@/server/doors/get-route";
import { readRequestChains } from "@/server/services/request-chains";

/** What became of the request's wallet on the issuer's chains. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/requests/[id]/chains">,
): Promise<Response> {
  const { id } = await params;
  return answerGet((actor) => readRequestChains(actor, id));
}
