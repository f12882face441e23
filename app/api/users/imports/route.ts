import { parseListState } from "@/lib/list-state";
import { lists } from "@/lib/lists";
import { answerGet } from "@/server/doors/get-route";
import { listUserJobs } from "@/server/services/user-jobs";

export function GET(request: Request): Promise<Response> {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  return answerGet((actor) => listUserJobs(actor, parseListState(params, lists.userJobs).query));
}
