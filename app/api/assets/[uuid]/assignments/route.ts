import { parseListState } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { answerGet } from "@/server/doors/get-route";
import { listAssignments } from "@/server/services/assignments";

export async function GET(
  request: Request,
  { params }: RouteContext<"/api/assets/[uuid]/assignments">,
): Promise<Response> {
  const { uuid } = await params;
  const search = Object.fromEntries(new URL(request.url).searchParams);
  return answerGet((actor) =>
    listAssignments(actor, uuid, parseListState(search, assetLists.assignments(uuid)).query),
  );
}
