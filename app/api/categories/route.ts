import { parseListState } from "@/lib/list-state";
import { lists } from "@/lib/lists";
import { answerGet } from "@/server/doors/get-route";
import { listCategories } from "@/server/services/categories";

export function GET(request: Request): Promise<Response> {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  return answerGet((actor) => listCategories(actor, parseListState(params, lists.categories).query));
}
