import { parseListState } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { answerGet } from "@/server/doors/get-route";
import { listDistributions } from "@/server/services/distributions";

export async function GET(
  request: Request,
  { params }: RouteContext<"/api/assets/[uuid]/distributions">,
): Promise<Response> {
  const { uuid } = await params;
  const search = Object.fromEntries(new URL(request.url).searchParams);
  return answerGet((actor) =>
    listDistributions(actor, uuid, parseListState(search, assetLists.distributions(uuid)).query),
  );
}
