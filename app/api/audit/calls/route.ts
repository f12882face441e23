import { parseListState } from "@/lib/list-state";
import { lists } from "@/lib/lists";
import { answerGet } from "@/server/doors/get-route";
import { listAmpCalls } from "@/server/services/amp-calls";

export function GET(request: Request): Promise<Response> {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  return answerGet((actor) => listAmpCalls(actor, parseListState(params, lists.calls).query));
}
