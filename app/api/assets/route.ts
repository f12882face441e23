import { parseListState } from "@/lib/list-state";
import { lists } from "@/lib/lists";
import { answerGet } from "@/server/doors/get-route";
import { listAssets } from "@/server/services/asset-list";

export function GET(request: Request): Promise<Response> {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  return answerGet((actor) => listAssets(actor, parseListState(params, lists.assets).query));
}
