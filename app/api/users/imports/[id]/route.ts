import { parseListState } from "@/lib/list-state";
import { userJobLists } from "@/lib/lists";
import { answerGet } from "@/server/doors/get-route";
import { readUserJob } from "@/server/services/user-jobs";

export async function GET(
  request: Request,
  { params }: RouteContext<"/api/users/imports/[id]">,
): Promise<Response> {
  const { id } = await params;
  const { query } = parseListState(
    Object.fromEntries(new URL(request.url).searchParams),
    userJobLists.rows(id),
  );
  return answerGet((actor) => readUserJob(actor, id, query));
}
