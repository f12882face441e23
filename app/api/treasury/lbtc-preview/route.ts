import { answerGet } from "@/server/doors/get-route";
import { previewLbtc, readLbtcWish } from "@/server/services/lbtc";

/** What a payment of `?sats=` to `&address=` would do, and whether anything stands in the way. */
export async function GET(request: Request): Promise<Response> {
  const search = new URL(request.url).searchParams;
  return answerGet(async (actor) => previewLbtc(actor, readLbtcWish(search)));
}
