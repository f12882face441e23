import { parseListState } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { answerGet } from "@/server/doors/get-route";
import { listSupplyOperations } from "@/server/services/supply-page";

export async function GET(
  request: Request,
  { params }: RouteContext<"/api/assets/[uuid]/supply">,
): Promise<Response> {
  const { uuid } = await params;
  const search = Object.fromEntries(new URL(request.url).searchParams);
  return answerGet((actor) =>
    listSupplyOperations(actor, uuid, parseListState(search, assetLists.supply(uuid)).query),
  );
}
