import { parseListState } from "@/lib/list-state";
import { walletLists } from "@/lib/lists";
import { answerGet } from "@/server/doors/get-route";
import { readWallet } from "@/server/services/sandbox-wallets";

export async function GET(request: Request, { params }: RouteContext<"/api/sandbox/wallets/[gaid]">) {
  const { gaid } = await params;
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return answerGet((actor) =>
    readWallet(actor, gaid, parseListState(query, walletLists.history(gaid)).query),
  );
}
