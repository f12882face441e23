import { parseListState } from "@/lib/list-state";
import { sandboxLists } from "@/lib/lists";
import { answerGet } from "@/server/doors/get-route";
import { readCalls } from "@/server/services/sandbox-calls";

export function GET(request: Request): Promise<Response> {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  return answerGet((actor) => readCalls(actor, parseListState(params, sandboxLists.calls).query));
}
