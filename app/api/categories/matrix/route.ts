import { parseListState } from "@/lib/list-state";
import { lists } from "@/lib/lists";
import { answerGet } from "@/server/doors/get-route";
import { readMatrix } from "@/server/services/category-matrix";

export function GET(request: Request): Promise<Response> {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  return answerGet((actor) => readMatrix(actor, parseListState(params, lists.matrix).query));
}
