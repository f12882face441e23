import { parseListState } from "@/lib/list-state";
import { assignmentJobLists } from "@/lib/lists";
import { answerGet } from "@/server/doors/get-route";
import { readAssignmentJob } from "@/server/services/assignment-jobs";

export async function GET(
  request: Request,
  { params }: RouteContext<"/api/assets/[uuid]/assignments/jobs/[job]">,
): Promise<Response> {
  const { uuid, job } = await params;
  const { query } = parseListState(
    Object.fromEntries(new URL(request.url).searchParams),
    assignmentJobLists.rows(uuid, job),
  );
  return answerGet((actor) => readAssignmentJob(actor, uuid, job, query));
}
