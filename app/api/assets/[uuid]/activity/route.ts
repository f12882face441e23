import { parseListState } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { answerGet } from "@/server/doors/get-route";
import { listActivities } from "@/server/services/activities";

export async function GET(
  request: Request,
  { params }: RouteContext<"/api/assets/[uuid]/activity">,
): Promise<Response> {
  const { uuid } = await params;
  const search = Object.fromEntries(new URL(request.url).searchParams);
  const { query } = parseListState(search, assetLists.activity(uuid));
  return answerGet((actor) => listActivities(actor, uuid, query));
}
