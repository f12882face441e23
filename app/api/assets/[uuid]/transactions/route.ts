import { parseListState } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { answerGet } from "@/server/doors/get-route";
import { listTransactions } from "@/server/services/transactions";

export async function GET(
  request: Request,
  { params }: RouteContext<"/api/assets/[uuid]/transactions">,
): Promise<Response> {
  const { uuid } = await params;
  const search = Object.fromEntries(new URL(request.url).searchParams);
  const { query } = parseListState(search, assetLists.transactions(uuid));
  return answerGet((actor) => listTransactions(actor, uuid, query));
}
