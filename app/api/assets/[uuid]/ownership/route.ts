import { parseListState } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { answerGet } from "@/server/doors/get-route";
import { readOwnership } from "@/server/services/ownership";

export async function GET(
  request: Request,
  { params }: RouteContext<"/api/assets/[uuid]/ownership">,
): Promise<Response> {
  const { uuid } = await params;
  const search = Object.fromEntries(new URL(request.url).searchParams);
  const { query } = parseListState(search, assetLists.ownership(uuid));
  return answerGet((actor) => readOwnership(actor, uuid, query));
}
