import { parseListState } from "@/lib/list-state";
import { sandboxLists } from "@/lib/lists";
import { answerGet } from "@/server/doors/get-route";
import { readWallets } from "@/server/services/sandbox-wallets";

export function GET(request: Request): Promise<Response> {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  return answerGet((actor) => readWallets(actor, parseListState(params, sandboxLists.wallets).query));
}
