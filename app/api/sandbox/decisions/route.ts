import { parseListState } from "@/lib/list-state";
import { sandboxLists } from "@/lib/lists";
import { answerGet } from "@/server/doors/get-route";
import { readDecisions } from "@/server/services/sandbox-decisions";

export function GET(request: Request): Promise<Response> {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  return answerGet((actor) => readDecisions(actor, parseListState(params, sandboxLists.decisions).query));
}
