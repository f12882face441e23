import { answerGet } from "@/server/doors/get-route";
import { readCampaignOrders } from "@/server/services/campaign-orders";

/** `?chain=&address=`: the orders for one campaign. */
export function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const input = { chainId: Number(searchParams.get("chain")), campaign: searchParams.get("address") ?? "" };
  return answerGet((actor) => readCampaignOrders(actor, input));
}
