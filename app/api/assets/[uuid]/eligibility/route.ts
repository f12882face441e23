import { parseListState } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { answerGet } from "@/server/doors/get-route";
import { readEligibility } from "@/server/services/eligibility";

export async function GET(
  request: Request,
  { params }: RouteContext<"/api/assets/[uuid]/eligibility">,
): Promise<Response> {
  const { uuid } = await params;
  const search = Object.fromEntries(new URL(request.url).searchParams);
  const { query } = parseListState(search, assetLists.eligibility(uuid));
  return answerGet((actor) => readEligibility(actor, uuid, query));
}
