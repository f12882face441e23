import { parseListState } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { answerGet } from "@/server/doors/get-route";
import { readDifference } from "@/server/services/ownership-difference";

export async function GET(
  request: Request,
  { params }: RouteContext<"/api/assets/[uuid]/ownership/difference">,
): Promise<Response> {
  const { uuid } = await params;
  const search = Object.fromEntries(new URL(request.url).searchParams);
  const { query } = parseListState(search, assetLists.ownershipDifference(uuid));
  return answerGet((actor) => readDifference(actor, uuid, query));
}
