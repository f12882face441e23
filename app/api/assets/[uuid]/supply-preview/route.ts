import { answerGet } from "@/server/doors/get-route";
import { readSupplyWish, showSupply } from "@/server/services/supply";

/** What `?kind=reissuance|burn&sats=` would do to the supply, and whether anything stands in the way. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/assets/[uuid]/supply-preview">,
): Promise<Response> {
  const { uuid } = await params;
  const search = new URL(request.url).searchParams;
  return answerGet(async (actor) => showSupply(actor, readSupplyWish(uuid, search)));
}
