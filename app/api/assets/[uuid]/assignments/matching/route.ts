import { parseListState } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { answerGet } from "@/server/doors/get-route";
import { countMatching } from "@/server/services/assignments-matching";
import { counted } from "@/server/services/counted";

/** Which of the assignments that a list's search and filters match a change would concern. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/assets/[uuid]/assignments/matching">,
): Promise<Response> {
  const { uuid } = await params;
  const search = Object.fromEntries(new URL(request.url).searchParams);
  const { query } = parseListState(search, assetLists.assignments(uuid));
  return answerGet((actor) =>
    counted(actor.workspaceId, () => countMatching(actor, uuid, query, search.change)),
  );
}
