import { answerGet, placeIn } from "@/server/doors/get-route";
import { readIntentRows } from "@/server/services/shown-intents";

/** More of those whom a distribution would pay now, or an order at AMP that no operation carries out. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/assets/[uuid]/distributions/intent">,
): Promise<Response> {
  const { uuid } = await params;
  const search = new URL(request.url).searchParams;
  const wanted = { intentHash: search.get("hash") ?? "", order: search.get("order") };
  return answerGet((actor) => readIntentRows(actor, uuid, wanted, placeIn(request, "after")));
}
