import { parseListState } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { answerGet } from "@/server/doors/get-route";
import { listUtxos } from "@/server/services/utxos";

export async function GET(
  request: Request,
  { params }: RouteContext<"/api/assets/[uuid]/utxos">,
): Promise<Response> {
  const { uuid } = await params;
  const search = Object.fromEntries(new URL(request.url).searchParams);
  const { query } = parseListState(search, assetLists.utxos(uuid));
  return answerGet((actor) => listUtxos(actor, uuid, query));
}
